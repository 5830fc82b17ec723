import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { expect, test } from 'vitest'
import { makeKeyPair } from './raw-keys.ts'
import { sealToCentre } from './seal-to-centre.ts'

test('only the centre opens the sealed database key', async () => {
  const [centre, databaseKey] = [makeKeyPair('x25519'), Buffer.alloc(32, 9)]
  const sealed = await sealToCentre(databaseKey, centre.publicKey)
  const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  const open = async (privateKey: Buffer) => {
    const recipientKey = await suite.kem.importKey('raw', Uint8Array.from(privateKey).buffer, false)
    const info = Uint8Array.from(Buffer.from('loket-database-key')).buffer
    const enc = Uint8Array.from(sealed.subarray(0, 32)).buffer
    return Buffer.from(await suite.open({ recipientKey, info, enc }, Uint8Array.from(sealed.subarray(32)).buffer))
  }
  expect(await open(centre.privateKey)).toEqual(databaseKey)
  await expect(open(makeKeyPair('x25519').privateKey)).rejects.toThrow()
})
