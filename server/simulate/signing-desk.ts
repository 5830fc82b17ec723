import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { DeviceKey } from '#shared/domain/ekitir/device-key.ts'
import { ekitirToSign, writeSignedEkitir } from '#shared/domain/ekitir/signed-ekitir.ts'
import type { Chance } from './chance.ts'

/** A desk of the kelurahan that makes e-Kitir itself; its key is known to all desks of the scope. */
export interface SigningDesk {
  readonly key: DeviceKey
  issue(kitirNumber: string, issuedAt: string): string
}

/** Head of an Ed25519 private key in PKCS #8 (RFC 8410); the 32 bytes follow. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

export function signingDesk(chance: Chance, scope: string, deviceCode: string, validFrom: string): SigningDesk {
  const der = Buffer.concat([pkcs8Head, chance.bytes(32)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
  const keyId = createHash('sha256').update(raw).digest().subarray(0, 8)
  return {
    key: {
      id: keyId.toString('base64url'),
      scope,
      deviceId: chance.uuid(),
      deviceCode,
      publicKey: raw.toString('base64url'),
      validFrom,
      validTo: null,
      revokedAt: null,
    },
    issue: (kitirNumber, issuedAt) => {
      const signed = ekitirToSign(keyId, kitirNumber, issuedAt)
      return writeSignedEkitir(signed, sign(null, signed, privateKey))
    },
  }
}

/** An e-Kitir that names the desk's key and bears a signature which is none. */
export function forge(desk: SigningDesk, kitirNumber: string, issuedAt: string): string {
  const keyId = Buffer.from(desk.key.id, 'base64url')
  return writeSignedEkitir(ekitirToSign(keyId, kitirNumber, issuedAt), Buffer.alloc(64, 1))
}
