import { createHash, generateKeyPairSync, sign, verify as verifyWith } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DeviceKey } from './device-key.ts'
import {
  ekitirToSign,
  judgeSignedEkitir,
  longestSignedEkitir,
  readSignedEkitir,
  writeSignedEkitir,
} from './signed-ekitir.ts'

const pair = generateKeyPairSync('ed25519')
const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
const keyId = createHash('sha256').update(raw).digest().subarray(0, 8)
const key: DeviceKey = {
  id: keyId.toString('base64url'),
  scope: '3578071004',
  deviceId: 'd-1',
  deviceCode: '02',
  publicKey: raw.toString('base64url'),
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: null,
  revokedAt: null,
}
const verify = (_key: string, message: Uint8Array, signature: Uint8Array) =>
  verifyWith(null, message, pair.publicKey, signature)

function issue(number = 'L-3578071004-02-000123', at = '2026-11-24T02:14:00.000Z') {
  const signed = ekitirToSign(keyId, number, at)
  return writeSignedEkitir(signed, sign(null, signed, pair.privateKey))
}
const read = (text: string) => {
  const kitir = readSignedEkitir(text)
  if (!kitir) throw new Error('not readable')
  return kitir
}

test('a signed e-Kitir fits a small QR and says its number, its time and its key', () => {
  expect(issue().length).toBeLessThanOrEqual(longestSignedEkitir)
  expect(read(issue())).toMatchObject({
    keyId: key.id,
    kitirNumber: 'L-3578071004-02-000123',
    issuedAt: '2026-11-24T02:14:00.000Z',
  })
  expect(judgeSignedEkitir(read(issue()), key, verify)).toBe('valid')
})

test('a changed number breaks the signature', () => {
  const forged = read(
    writeSignedEkitir(
      ekitirToSign(keyId, 'L-3578071004-02-000124', '2026-11-24T02:14:00.000Z'),
      read(issue()).signature,
    ),
  )
  expect(judgeSignedEkitir(forged, key, verify)).toBe('signature')
})

test('an unknown key is no judgement; a revoked or expired one is refused', () => {
  expect(judgeSignedEkitir(read(issue()), null, verify)).toBe('key-unknown')
  const revoked = { ...key, revokedAt: '2026-12-01T00:00:00.000Z' }
  expect(judgeSignedEkitir(read(issue()), revoked, verify)).toBe('revoked-key')
  expect(judgeSignedEkitir(read(issue()), { ...key, validTo: '2026-11-23T00:00:00.000Z' }, verify)).toBe('expired-key')
  expect(judgeSignedEkitir(read(issue(undefined, '2025-12-31T23:59:59.000Z')), key, verify)).toBe('expired-key')
})

test('what is something else is not read as an e-Kitir of ours', () => {
  for (const text of ['', 'LKT1:', 'LKT1:abc', `LKT1:${'0'.repeat(400)}`, 'https://klampid.example/k/x'])
    expect(readSignedEkitir(text)).toBeNull()
})

test('a code cut short anywhere is never genuine', () => {
  const text = issue()
  for (let length = 0; length < text.length; length++) {
    const cut = readSignedEkitir(text.slice(0, length))
    if (cut !== null) expect(judgeSignedEkitir(cut, key, verify)).toBe('signature')
  }
})
