import type { Instant } from '../time.ts'
import { fromBase45, toBase45 } from './base45.ts'
import type { DeviceKey } from './device-key.ts'

/**
 * Our own e-Kitir, made at a counter: `LKT1:` and, in Base45, key id (8 bytes) | issued at (4 bytes, seconds since 1970) | kitir number (ASCII) |
 * Ed25519 signature (64 bytes) over all before it. At most 180 characters; the PIN is not in it.
 */
export interface SignedEkitir {
  /** As in DeviceKey.id. */
  readonly keyId: string
  readonly kitirNumber: string
  readonly issuedAt: Instant
  /** What the signature is over. */
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

const prefix = 'LKT1:'
const [keyBytes, timeBytes, signatureBytes] = [8, 4, 64]
const headBytes = keyBytes + timeBytes
export const longestSignedEkitir = 180

export const looksSigned = (text: string): boolean => text.startsWith(prefix)

/** The bytes to sign. `keyId` is the key's 8 bytes; throws RangeError on a number that is not ASCII. */
export function ekitirToSign(keyId: Uint8Array, kitirNumber: string, issuedAt: Instant): Uint8Array {
  if (!/^[\x21-\x7e]{1,40}$/.test(kitirNumber)) throw new RangeError('a kitir number is 1 to 40 ASCII characters')
  const seconds = Math.floor(Date.parse(issuedAt) / 1000)
  const time = [24, 16, 8, 0].map((shift) => (seconds >>> shift) & 0xff)
  return Uint8Array.from([...keyId, ...time, ...[...kitirNumber].map((letter) => letter.charCodeAt(0))])
}

/** Text of the QR. */
export const writeSignedEkitir = (signed: Uint8Array, signature: Uint8Array): string =>
  prefix + toBase45(Uint8Array.from([...signed, ...signature]))

/** Null where the text is not of this form. Says nothing of its genuineness. */
export function readSignedEkitir(text: string): SignedEkitir | null {
  if (!looksSigned(text) || text.length > longestSignedEkitir) return null
  const bytes = fromBase45(text.slice(prefix.length))
  if (!bytes || bytes.length <= headBytes + signatureBytes) return null
  const signed = bytes.slice(0, -signatureBytes)
  const kitirNumber = String.fromCharCode(...signed.slice(headBytes))
  if (!/^[\x21-\x7e]+$/.test(kitirNumber)) return null
  const seconds = signed.slice(keyBytes, headBytes).reduce((sum, byte) => sum * 256 + byte, 0)
  return {
    keyId: toBase64url(signed.slice(0, keyBytes)),
    kitirNumber,
    issuedAt: new Date(seconds * 1000).toISOString(),
    signed,
    signature: bytes.slice(-signatureBytes),
  }
}

export type Genuineness = 'valid' | 'key-unknown' | 'signature' | 'revoked-key' | 'expired-key'

/** `verify` checks an Ed25519 signature; `publicKey` as in DeviceKey. A revoked key vouches for nothing, since a thief can date back. */
export function judgeSignedEkitir(
  kitir: SignedEkitir,
  key: DeviceKey | null,
  verify: (publicKey: string, message: Uint8Array, signature: Uint8Array) => boolean,
): Genuineness {
  if (key === null) return 'key-unknown'
  if (!verify(key.publicKey, kitir.signed, kitir.signature)) return 'signature'
  if (key.revokedAt !== null) return 'revoked-key'
  const tooEarly = kitir.issuedAt < wholeSecond(key.validFrom)
  return tooEarly || (key.validTo !== null && kitir.issuedAt > key.validTo) ? 'expired-key' : 'valid'
}

/** The e-Kitir carries whole seconds. */
const wholeSecond = (at: Instant): Instant => `${at.slice(0, 19)}.000Z`

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function toBase64url(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,6}/g) ?? []).map((six) => base64url[Number.parseInt(six.padEnd(6, '0'), 2)]).join('')
}
