import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

/** DER around a raw 32-byte key (RFC 8410). Spelt out because JWK export differs between OpenSSL and Electron's BoringSSL. */
const wrapping = {
  ed25519: { spki: '302a300506032b6570032100', pkcs8: '302e020100300506032b657004220420' },
  x25519: { spki: '302a300506032b656e032100', pkcs8: '302e020100300506032b656e04220420' },
} as const
type Curve = keyof typeof wrapping

export interface RawKeyPair {
  /** 32 bytes. */
  readonly publicKey: Buffer
  /** 32 bytes; lives only in the encrypted database. */
  readonly privateKey: Buffer
}

/** A fresh key pair as raw bytes. */
export function makeKeyPair(curve: Curve): RawKeyPair {
  const pair = curve === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519')
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32),
  }
}

/** The P-256 pair for TLS on the local network, as DER (SPKI and PKCS#8). */
export function makeLanKeyPair(): RawKeyPair {
  return generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
}

export const privateKeyOf = (curve: Curve, raw: Uint8Array): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from(wrapping[curve].pkcs8, 'hex'), raw]),
    format: 'der',
    type: 'pkcs8',
  })

export const publicKeyOf = (curve: Curve, raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([Buffer.from(wrapping[curve].spki, 'hex'), raw]), format: 'der', type: 'spki' })
