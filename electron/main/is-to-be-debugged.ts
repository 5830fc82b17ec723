import { url as inspectorUrl } from 'node:inspector'
import { app } from 'electron'

/** Each opens the page to whoever asks for it, with all that the signed-in person sees. */
const doors = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address']

/**
 * Was the packed program asked to let itself be debugged? A fuse closes Node's inspector, but not Chromium's. Where Node's is open, the fuse is (the variant for
 * tests): whoever has that one has everything, and this door adds nothing.
 */
export function isToBeDebugged(): boolean {
  if (!app.isPackaged || inspectorUrl() !== undefined) return false
  return doors.some((door) => app.commandLine.hasSwitch(door))
}
