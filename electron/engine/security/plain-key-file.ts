import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { keyCheckText, keyFile } from '#shared/contract/shell/key-file.ts'
import { DatabaseTrouble } from '../usecases/database-trouble.ts'

const checkOf = (key: Uint8Array) => createHmac('sha256', key).update(keyCheckText).digest('base64')

/**
 * The database key of the command line program, kept as plain text (demo and tests only); made where there is none. Throws DatabaseTrouble
 * key-wrong where the file is damaged or belongs to a real key store.
 */
export function plainKey(file: string): Uint8Array {
  if (!existsSync(file)) writeKey(file, randomBytes(32))
  try {
    const stored = keyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
    const key = Buffer.from(stored.key, 'base64')
    if (stored.wrapping === 'insecure' && checkOf(key) === stored.check) return key
  } catch (cause) {
    throw new DatabaseTrouble('key-wrong', cause)
  }
  throw new DatabaseTrouble('key-wrong', new Error('the key file is sealed or its check does not fit'))
}

/** Whole or not at all, and on the disk before the database exists. */
function writeKey(file: string, key: Uint8Array): void {
  const text = { v: 1, wrapping: 'insecure', key: Buffer.from(key).toString('base64'), check: checkOf(key) }
  const handle = openSync(`${file}.new`, 'w', 0o600)
  writeSync(handle, JSON.stringify(text))
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${file}.new`, file)
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
