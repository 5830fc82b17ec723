import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The user's folder for what is fetched or built once and outlives node_modules. `LOKET_CACHE_DIR` moves it.
 * @returns an absolute folder, made where it was not there
 */
export function cacheFolder(): string {
  const folder = process.env.LOKET_CACHE_DIR ?? join(userCaches(), 'loket')
  mkdirSync(folder, { recursive: true })
  return folder
}

function userCaches(): string {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  return process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
}
