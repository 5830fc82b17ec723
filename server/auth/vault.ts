import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Mistake } from '../mistake.ts'
import { sha256Hex } from './raw-keys.ts'

/** Keeps secrets of the centre in the database so that who reads the database, a replica or a dump reads none of them. */
export interface Vault {
  /** False: there is no key, and what is kept is plain. */
  readonly wraps: boolean
  /** What to keep for this secret. `place` names where it is kept: a wrapped secret that is moved to another place does not open. */
  close(place: string, secret: string): string
  /** Throws a `Mistake` when it was wrapped with a key that is not here, or was changed. */
  open(place: string, kept: string): string
  /** Is it kept as `close` would keep it now? */
  isCurrent(kept: string): boolean
}

/** AES-256-GCM under a key from the environment: `w1.<key>.<nonce, ciphertext and tag in base64url>`. */
const version = 'w1'

/** `key`: 32 bytes; null keeps plain. `others`: keys that may still, or already, have been used: for changing the key while several processes run. */
export function openVault(key: Uint8Array | null, others: readonly Uint8Array[] = []): Vault {
  const known = new Map([...others, ...(key ? [key] : [])].map((one) => [nameOf(one), wrappingKey(one)]))
  const current = key ? `${version}.${nameOf(key)}.` : null
  return {
    wraps: current !== null,
    close: (place, secret) => (key && current ? current + wrap(wrappingKey(key), place, secret) : secret),
    open(place, kept) {
      const [, name, wrapped] = /^w1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/.exec(kept) ?? []
      if (name === undefined || wrapped === undefined) return kept
      const with_ = known.get(name)
      if (!with_)
        throw new Mistake(`The secrets of this database are wrapped with the key ${name}: set LOKET_CENTRE_KEY.`)
      return unwrap(with_, place, wrapped)
    },
    isCurrent: (kept) => (current === null ? !kept.startsWith(`${version}.`) : kept.startsWith(current)),
  }
}

/** Not the key that is typed into the environment itself: another use of it must not weaken this one. */
const wrappingKey = (key: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, '', 'loket-centre-secrets', 32))

const nameOf = (key: Uint8Array): string => sha256Hex('loket-centre-key', key).slice(0, 8)

function wrap(key: Uint8Array, place: string, secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  )
}

function unwrap(key: Uint8Array, place: string, wrapped: string): string {
  const bytes = Buffer.from(wrapped, 'base64url')
  try {
    const opening = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
    opening.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-16))
    return Buffer.concat([opening.update(bytes.subarray(12, -16)), opening.final()]).toString('utf8')
  } catch (cause) {
    throw new Mistake(`The secret of ${place} was changed in the database, or is of another place.`, { cause })
  }
}
