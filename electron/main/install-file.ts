import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InstallFile } from './staged-update.ts'

interface Surroundings {
  readonly isPackaged: boolean
  readonly platform: NodeJS.Platform
  readonly execPath: string
  readonly resourcesPath: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
}

/**
 * How this very program was installed, and so how a new version is: a Debian package by dpkg, the per-user Windows program by its own installer. Null: not packed,
 * or installed by others for everybody (Program Files, AppImage, macOS).
 */
export function installerOf(around: Surroundings): InstallFile | null {
  if (!around.isPackaged) return null
  if (around.platform === 'linux') return packageType(around.resourcesPath) === 'deb' ? installDeb(around.isRoot) : null
  if (around.platform === 'win32') return isForEverybody(around) ? null : runNsis
  return null
}

/** Written into each package beside the program (scripts/pack/make-deb.ts). */
function packageType(resources: string): string | null {
  try {
    return readFileSync(join(resources, 'package-type'), 'utf8').trim()
  } catch {
    return null
  }
}

function isForEverybody({ execPath, env }: Surroundings): boolean {
  const places = [env.ProgramFiles, env['ProgramFiles(x86)'], env.ProgramW6432].filter((place) => place !== undefined)
  return places.some((place) => execPath.toLowerCase().startsWith(place.toLowerCase()))
}

/** Whoever is not root is asked by the desktop for somebody who may. */
const installDeb =
  (isRoot: boolean): InstallFile =>
  async (file) => {
    const dpkg = ['dpkg', '--install', file]
    const [command = '', ...args] = isRoot ? dpkg : ['pkexec', ...dpkg]
    const code = await new Promise<number | null>((resolve) => {
      const child = spawn(command, args, { stdio: 'ignore' })
      child.once('error', () => resolve(null))
      child.once('exit', resolve)
    })
    return code === 0 ? 'installed' : 'failed'
  }

/** The installer waits for this program to end: its files are locked until then. Not run anywhere yet (see ADR 0027). */
const runNsis: InstallFile = async (file, openAgain) => {
  const args = ['--updated', '/S', ...(openAgain ? ['--force-run'] : [])]
  spawn(file, args, { detached: true, stdio: 'ignore' }).unref()
  return 'handed-over'
}
