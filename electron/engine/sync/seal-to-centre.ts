import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'

/** Bound into the seal, so that it can be opened for nothing else. */
const purpose = 'loket-database-key'

/**
 * Seals the database key to the centre (HPKE base mode, X25519 / HKDF-SHA256 / AES-256-GCM): a backup can be restored when the Windows
 * profile is gone. `centreKey`: raw 32 bytes. Returns `enc || ciphertext`.
 */
export async function sealToCentre(databaseKey: Uint8Array, centreKey: Uint8Array): Promise<Buffer> {
  const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  const recipientPublicKey = await suite.kem.deserializePublicKey(exact(centreKey))
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: exact(Buffer.from(purpose)) }, exact(databaseKey))
  return Buffer.concat([Buffer.from(enc), Buffer.from(ct)])
}

/** A copy with an ArrayBuffer of its own length: Buffers share a larger one. */
const exact = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
