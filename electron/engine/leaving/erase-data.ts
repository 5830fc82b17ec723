import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { keyFileName } from '#shared/contract/shell/key-file.ts'
import { markErased } from './revoked-marker.ts'
import { syncFolder } from './write-whole.ts'

/**
 * Everything that this program keeps in its folder, the key before all else. What is left is the marker, and what Electron itself keeps there
 * (browser files without data of ours, locks of the running program).
 */
const ours =
  /^(keys\.json|loket\.db|farewell\.loket|backups?|restored?|logs?|blobs?|updates?|window\.json|Crashpad|Crash Reports)/

/**
 * Erases key and data of a revoked device. May be ended at any moment and called again until it went through. Throws where something cannot be removed: the key is
 * gone first, so that what is left cannot be read. An SSD may keep overwritten blocks for a while; the disk's own encryption stands before them.
 */
export function eraseData(dataDir: string, keyFile = join(dataDir, keyFileName)): void {
  for (const file of [keyFile, `${keyFile}.new`]) overwrite(file)
  syncFolder(dataDir)
  for (const name of readdirSync(dataDir))
    if (ours.test(name)) rmSync(join(dataDir, name), { recursive: true, force: true })
  syncFolder(dataDir)
  markErased(dataDir)
}

function overwrite(file: string): void {
  if (!existsSync(file)) return
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, randomBytes(statSync(file).size))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  rmSync(file)
}
