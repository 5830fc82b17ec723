import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { promisify } from 'node:util'

/** Ed25519 public key from base64url of its raw 32 bytes; null when it is none. */
export function ed25519Key(raw: string): KeyObject | null {
  if (Buffer.from(raw, 'base64url').length !== 32) return null
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' })
  } catch {
    // Not a key: the caller says so to whoever sent it.
    return null
  }
}

/** base64url of the raw 32 bytes of an Ed25519 or X25519 public key. */
export const rawPublicKey = (key: KeyObject): string => String(key.export({ format: 'jwk' }).x)

/** First 8 bytes of SHA-256 of the raw public key, base64url: how e-Kitir name the key that signed them. */
export const keyIdOf = (rawKey: string): string =>
  createHash('sha256').update(Buffer.from(rawKey, 'base64url')).digest().subarray(0, 8).toString('base64url')

export function signatureHolds(key: KeyObject, message: Uint8Array, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url')
  return bytes.length === 64 && verify(null, message, key, bytes)
}

const verifyBeside = promisify(verify)

/** The same in the threads of the pool: for many signatures at once. */
export async function signatureHoldsBeside(key: KeyObject, message: Uint8Array, signature: string): Promise<boolean> {
  const bytes = Buffer.from(signature, 'base64url')
  return bytes.length === 64 && (await verifyBeside(null, message, key, bytes))
}

export const sha256Hex = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
