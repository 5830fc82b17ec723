import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import { type KeyFile, keyCheckText, keyFile, keyFileName } from '#shared/contract/shell/key-file.ts'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'

type Key =
  | { readonly ok: true; readonly key: string; readonly insecure: boolean }
  | { readonly ok: false; readonly code: FatalCode }

/**
 * The 32-byte database key, base64: unwrapped from the key file, or made at the first start. Refuses with `key-store-missing` where the operating
 * system has no real key store, unless this is a demonstration (`LOKET_INSECURE_KEY=1`, never in a packaged program).
 */
export function openKey(dataDir: string): Key {
  const file = join(dataDir, keyFileName)
  if (existsSync(file)) return readKey(file)
  // A database without its key must not get a new one beside it: that would look like damage for ever.
  if (existsSync(join(dataDir, 'loket.db'))) return { ok: false, code: 'key-missing' }
  return makeKey(file)
}

function readKey(file: string): Key {
  const stored = parse(file)
  if (!stored) return { ok: false, code: 'key-file-damaged' }
  if (stored.wrapping === 'insecure' && !insecureAllowed()) return { ok: false, code: 'key-store-missing' }
  const key = unwrap(stored)
  if (!key) return { ok: false, code: 'key-file-unreadable' }
  if (!sameCheck(stored.check, checkOf(key))) return { ok: false, code: 'key-file-damaged' }
  return { ok: true, key: key.toString('base64'), insecure: stored.wrapping === 'insecure' }
}

function makeKey(file: string): Key {
  const secure = hasRealKeyStore()
  if (!secure && !insecureAllowed()) return { ok: false, code: 'key-store-missing' }
  const key = randomBytes(32)
  const base64 = key.toString('base64')
  const wrapped = secure ? safeStorage.encryptString(base64).toString('base64') : base64
  const content: KeyFile = { v: 1, wrapping: secure ? 'safe-storage' : 'insecure', key: wrapped, check: checkOf(key) }
  writeDurably(file, JSON.stringify(content))
  return { ok: true, key: base64, insecure: !secure }
}

function parse(file: string): KeyFile | null {
  try {
    return keyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

function unwrap(stored: KeyFile): Buffer | null {
  const bytes = Buffer.from(stored.key, 'base64')
  if (stored.wrapping === 'insecure') return bytes
  try {
    return Buffer.from(safeStorage.decryptString(bytes), 'base64')
  } catch {
    return null
  }
}

/** On Linux without a keyring Chromium falls back to a fixed password: that protects nothing. */
function hasRealKeyStore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

const insecureAllowed = () => !app.isPackaged && process.env.LOKET_INSECURE_KEY === '1'

const checkOf = (key: Buffer) => createHmac('sha256', key).update(keyCheckText).digest('base64')

const sameCheck = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Either the whole file is there after a power cut, or none: the key is never half written. */
function writeDurably(file: string, text: string): void {
  const draft = `${file}.new`
  const handle = openSync(draft, 'w', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, file)
  if (process.platform === 'win32') return
  const folder = openSync(join(file, '..'), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
