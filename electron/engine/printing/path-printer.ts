import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { open, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '#shared/contract/errors.ts'
import type { PrinterTransport, PrintOutcome } from './transport.ts'
import { notPrinted, perhapsPrinted, printed } from './transport.ts'

const fullDeviceMs = 50

/**
 * A file (receipts are added to its end), a device (/dev/usb/lp0, COM3) or a Windows share (\\PC\printer). `busy` holds the paths where an
 * earlier write still hangs in the operating system: no second one is started there, or every thread of the engine would hang.
 */
export const pathPrinter = (path: string, busy: Set<string>): PrinterTransport => ({
  isPrinterConnected: () =>
    stat(devicePath(path)).then(
      () => true,
      () => false,
    ),
  async execute(document, signal) {
    if (busy.has(path)) return notPrinted('printer-stalled', { why: 'earlier-write-hangs' }, true)
    const bytes = document.bytes()
    busy.add(path)
    const writing = write(devicePath(path), bytes, signal).finally(() => busy.delete(path))
    return Promise.race([writing, stalledAfter(signal)])
  },
})

/** Windows knows COM ports of two digits only by this name. */
const devicePath = (path: string): string => (/^com\d+$/i.test(path) ? `\\\\.\\${path}` : path)

async function write(path: string, bytes: Buffer, signal: AbortSignal): Promise<PrintOutcome> {
  let sent = 0
  let handle: FileHandle | undefined
  try {
    handle = await open(path, await openFlags(path), 0o600)
    while (sent < bytes.length && !signal.aborted) sent += await writeSome(handle, bytes.subarray(sent))
    if (sent < bytes.length) return stalled(sent)
    if ((await handle.stat()).isFile()) await handle.sync()
    return printed
  } catch (error) {
    return outcomeOf(error, sent)
  } finally {
    await handle?.close().catch(() => undefined)
  }
}

/** A device is never created, and never waited for: O_NONBLOCK turns a printer that takes nothing into EAGAIN instead of a lost thread. */
async function openFlags(path: string): Promise<number> {
  const add = constants.O_WRONLY | constants.O_APPEND
  const found = await stat(path).catch(() => null)
  if (found?.isFile()) return add
  if (found || /^(\\\\|\/dev\/)/.test(path)) return constants.O_WRONLY | (constants.O_NONBLOCK ?? 0)
  return add | constants.O_CREAT
}

async function writeSome(handle: FileHandle, bytes: Buffer): Promise<number> {
  try {
    return (await handle.write(bytes)).bytesWritten
  } catch (error) {
    if (codeOf(error) !== 'EAGAIN') throw error
    await pause(fullDeviceMs)
    return 0
  }
}

/** The last word when a write hangs where it cannot be called back. */
const stalledAfter = (signal: AbortSignal): Promise<PrintOutcome> =>
  new Promise((resolve) => {
    const giveUp = () =>
      setTimeout(() => resolve(perhapsPrinted('printer-stalled', 'no-confirmation')), 4 * fullDeviceMs)
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
  })

const stalled = (sent: number): PrintOutcome => notPrinted('printer-stalled', { why: 'not-reading' }, sent === 0)

function outcomeOf(error: unknown, sent: number): PrintOutcome {
  const code = codeOf(error)
  const fault: Fault['code'] = code === 'ENOSPC' && sent === 0 ? 'disk-full' : 'printer-unreachable'
  return sent === 0 ? notPrinted(fault, { why: code }, true) : perhapsPrinted(fault, code)
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
