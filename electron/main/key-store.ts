import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KeyFile, keyCheckText, keyFile, keyFileName } from '#shared/contract/shell/key-file.ts'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'
import { revokedFileName } from '#shared/contract/shell/revoked-file.ts'
import { writeDurably } from './write-durably.ts'

/** The operating system's key store, as Electron's `safeStorage` reaches it. */
export interface OsKeyStore {
  isEncryptionAvailable(): boolean
  /** Linux only. */
  getSelectedStorageBackend(): string
  encryptString(text: string): Buffer
  /** Throws where it cannot: another user, another computer. */
  decryptString(sealed: Buffer): string
}

/** What the key depends on beside the folder. */
export interface KeySurroundings {
  readonly keyStore: OsKeyStore
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  readonly env: Readonly<Record<string, string | undefined>>
}

type Key =
  | {
      readonly ok: true
      readonly key: string
      readonly insecure: boolean /** Being given to the database. */
      readonly next: string | null
    }
  | { readonly ok: false; readonly code: FatalCode }

/**
 * The 32-byte database key, base64: unwrapped from the key file, or made at the first start. Refuses with `key-store-missing` where the operating
 * system has no real key store, unless this is a demonstration (`LOKET_INSECURE_KEY=1`, never in a packaged program). Never throws.
 */
export function openKey(dataDir: string, around: KeySurroundings): Key {
  const file = join(dataDir, keyFileName)
  // Its key is gone, or about to go: it gets no other one.
  if (existsSync(join(dataDir, revokedFileName))) return { ok: false, code: 'revoked' }
  if (existsSync(file)) return readKey(file, around)
  // A database without its key must not get a new one beside it: that would look like damage for ever.
  if (existsSync(join(dataDir, 'loket.db'))) return { ok: false, code: 'key-missing' }
  return makeKey(file, around)
}

/** What the engine is told of the key. Without one it says why, and what can be done about it. */
export const keyTerms = (key: Key) => ({
  key: key.ok ? key.key : null,
  keyTrouble: key.ok ? null : key.code,
  insecureKey: key.ok && key.insecure,
  ...(key.ok && key.next ? { nextKey: key.next } : {}),
})

/** Makes another key and keeps it beside the one in use, until `keepKey`: killed in between, one of the two opens the database. Null where it cannot be kept. */
export function makeNextKey(dataDir: string, around: KeySurroundings): string | null {
  const file = join(dataDir, keyFileName)
  const stored = parse(file)
  const read = readKey(file, around)
  if (!stored || !read.ok) return null
  // The giving of that one was cut off: the database may open with it already.
  if (read.next !== null) return read.next
  const key = randomBytes(32)
  return written(file, { ...stored, next: wrap(key, around) }) ? key.toString('base64') : null
}

/** Keeps this key, and no other: the database opens with it. False where it cannot be kept; then everything is as it was. */
export function keepKey(dataDir: string, around: KeySurroundings, base64: string): boolean {
  if (!mayKeep(around)) return false
  return written(join(dataDir, keyFileName), contentOf(Buffer.from(base64, 'base64'), around))
}

function readKey(file: string, around: KeySurroundings): Key {
  const stored = parse(file)
  if (!stored) return { ok: false, code: 'key-file-damaged' }
  if (stored.wrapping === 'insecure' && !insecureAllowed(around)) return { ok: false, code: 'key-unprotected' }
  const key = unwrap(stored, stored.wrapping, around.keyStore)
  if (!key) return { ok: false, code: 'key-file-unreadable' }
  if (!sameCheck(stored.check, checkOf(key))) return { ok: false, code: 'key-file-damaged' }
  const next = stored.next ? unwrap(stored.next, stored.wrapping, around.keyStore) : null
  return {
    ok: true,
    key: key.toString('base64'),
    insecure: stored.wrapping === 'insecure',
    next: next?.toString('base64') ?? null,
  }
}

function makeKey(file: string, around: KeySurroundings): Key {
  if (!mayKeep(around)) return { ok: false, code: 'key-store-missing' }
  const key = randomBytes(32)
  try {
    writeDurably(file, JSON.stringify(contentOf(key, around)))
  } catch (cause) {
    // The window must open all the same, to say so.
    console.error('[shell] no key could be made', cause)
    return { ok: false, code: isFull(cause) ? 'no-room' : 'unknown' }
  }
  return { ok: true, key: key.toString('base64'), insecure: !hasRealKeyStore(around), next: null }
}

const mayKeep = (around: KeySurroundings) => hasRealKeyStore(around) || insecureAllowed(around)

const contentOf = (key: Buffer, around: KeySurroundings): KeyFile => ({
  v: 1,
  wrapping: hasRealKeyStore(around) ? 'safe-storage' : 'insecure',
  ...wrap(key, around),
})

function wrap(key: Buffer, around: KeySurroundings): { readonly key: string; readonly check: string } {
  const base64 = key.toString('base64')
  const wrapped = hasRealKeyStore(around) ? around.keyStore.encryptString(base64).toString('base64') : base64
  return { key: wrapped, check: checkOf(key) }
}

function written(file: string, content: KeyFile): boolean {
  try {
    writeDurably(file, JSON.stringify(content))
    return true
  } catch (cause) {
    console.error('[shell] a key could not be kept', cause)
    return false
  }
}

function parse(file: string): KeyFile | null {
  try {
    return keyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

function unwrap({ key }: { readonly key: string }, wrapping: KeyFile['wrapping'], keyStore: OsKeyStore): Buffer | null {
  const bytes = Buffer.from(key, 'base64')
  if (wrapping === 'insecure') return bytes
  try {
    return Buffer.from(keyStore.decryptString(bytes), 'base64')
  } catch {
    return null
  }
}

/** On Linux without a keyring Chromium falls back to a fixed password: that protects nothing. */
function hasRealKeyStore({ keyStore, platform }: KeySurroundings): boolean {
  if (!keyStore.isEncryptionAvailable()) return false
  return platform !== 'linux' || keyStore.getSelectedStorageBackend() !== 'basic_text'
}

const insecureAllowed = ({ isPackaged, env }: KeySurroundings) => !isPackaged && env.LOKET_INSECURE_KEY === '1'

const checkOf = (key: Buffer) => createHmac('sha256', key).update(keyCheckText).digest('base64')

const sameCheck = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const isFull = (cause: unknown) =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')
