import { createHash, sign } from 'node:crypto'
import type { Store } from '../database/store.ts'
import type { Signer } from '../usecases/ports.ts'
import { readDevice } from './device-record.ts'
import { privateKeyOf } from './raw-keys.ts'

/** Signs texts with the key of this device's present generation. Throws where the device has no key yet. */
export async function signAsDevice(store: Store): Promise<Signer> {
  const device = await readDevice(store.read)
  if (!device) throw new Error('nothing is signed before enrolment')
  const { publicKey, privateKey } = device.keys.signing
  const key = privateKeyOf('ed25519', privateKey)
  return {
    key: publicKey.toString('base64url'),
    keyId: createHash('sha256').update(publicKey).digest().subarray(0, 8),
    signBytes: (message) => sign(null, message, key),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  }
}
