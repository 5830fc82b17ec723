import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { type KeyFile, keyCheckText, keyFile } from '#shared/contract/shell/key-file.ts'
import type { KeyKeeper } from '../usecases/ports.ts'

const checkOf = (key: Uint8Array) => createHmac('sha256', key).update(keyCheckText).digest('base64')
const asKept = (key: Uint8Array) => ({ key: Buffer.from(key).toString('base64'), check: checkOf(key) })

/**
 * The database key of the command line program, kept as plain text (demo and tests only); made where there is none. `key` null where the file is damaged or belongs to a real key
 * store. `next`: one that is being given to the database.
 */
export function openPlainKey(file: string): { readonly key: Uint8Array | null; readonly next: Uint8Array | null } {
  if (!existsSync(file)) write(file, { v: 1, wrapping: 'insecure', ...asKept(randomBytes(32)) })
  const stored = read(file)
  if (!stored) return { key: null, next: null }
  return { key: keyIn(stored), next: stored.next ? keyIn(stored.next) : null }
}

/** Keeps keys in that file. */
export const plainKeys = (file: string): KeyKeeper => ({
  async next() {
    const stored = read(file)
    if (!stored) throw new Error('the key file cannot be read')
    const key = randomBytes(32)
    write(file, { ...stored, next: asKept(key) })
    return key
  },
  async keep(key) {
    write(file, { v: 1, wrapping: 'insecure', ...asKept(key) })
  },
})

function read(file: string): KeyFile | null {
  try {
    const stored = keyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
    return stored.wrapping === 'insecure' && keyIn(stored) ? stored : null
  } catch {
    return null
  }
}

function keyIn(stored: { readonly key: string; readonly check: string }): Uint8Array | null {
  const key = Buffer.from(stored.key, 'base64')
  return checkOf(key) === stored.check ? key : null
}

/** Whole or not at all, and on the disk before the database exists. */
function write(file: string, content: KeyFile): void {
  const handle = openSync(`${file}.new`, 'w', 0o600)
  writeSync(handle, JSON.stringify(content))
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${file}.new`, file)
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
