import { createPrivateKey, sign } from 'node:crypto'
import type { RawKeyPair } from '../sync/raw-keys.ts'

/** What this device shows to the other desks, as PEM. */
export interface LanCertificate {
  readonly key: string
  readonly cert: string
}

/**
 * A certificate that this device signs for itself around its P-256 key: TLS wants one, and nobody believes anything in it but the key, which the centre
 * vouches for (roster.ts). So it has no name, and no end that a wrong clock could see.
 */
export function lanCertificate({ publicKey, privateKey }: RawKeyPair): LanCertificate {
  const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' })
  const body = sequence(
    explicit(0, integer(2)), // X.509 version 3
    integer(1),
    ecdsaWithSha256,
    someName,
    sequence(utcTime('200101000000Z'), generalizedTime('99991231235959Z')),
    someName,
    publicKey,
  )
  const signature = sign('sha256', body, key)
  const der = sequence(body, ecdsaWithSha256, bitString(signature))
  return { key: key.export({ format: 'pem', type: 'pkcs8' }).toString(), cert: pem(der) }
}

const tagged = (tag: number, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([tag]), length(content), content])

function length({ length: bytes }: Uint8Array): Buffer {
  if (bytes < 128) return Buffer.from([bytes])
  const digits = Buffer.from(bytes.toString(16).padStart(bytes > 255 ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([128 + digits.length]), digits])
}

const sequence = (...parts: readonly Uint8Array[]) => tagged(0x30, Buffer.concat(parts))
const explicit = (number: number, content: Uint8Array) => tagged(0xa0 + number, content)
const integer = (small: number) => tagged(0x02, Buffer.from([small]))
const bitString = (bytes: Uint8Array) => tagged(0x03, Buffer.concat([Buffer.from([0]), bytes]))
const utcTime = (text: string) => tagged(0x17, Buffer.from(text))
const generalizedTime = (text: string) => tagged(0x18, Buffer.from(text))
const objectId = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'))

/** 1.2.840.10045.4.3.2 */
const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'))
/** CN=loket: the same on every device. */
const someName = sequence(tagged(0x31, sequence(objectId('550403'), tagged(0x0c, Buffer.from('loket')))))

const pem = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
