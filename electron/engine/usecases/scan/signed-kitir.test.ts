import { createHash, sign } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeviceKey } from '#shared/domain/ekitir/device-key.ts'
import { ekitirToSign, writeSignedEkitir } from '#shared/domain/ekitir/signed-ekitir.ts'
import { makeKeyPair, privateKeyOf } from '../../sync/raw-keys.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard, change, scope } from '../../testing/rows.ts'

const pair = makeKeyPair('ed25519')
const keyId = createHash('sha256').update(pair.publicKey).digest().subarray(0, 8)
const card = aCard('k-1')

const deviceKey = (more: Partial<DeviceKey> = {}): DeviceKey => ({
  id: keyId.toString('base64url'),
  scope,
  deviceId: 'device-5',
  deviceCode: '05',
  publicKey: pair.publicKey.toString('base64url'),
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: null,
  revokedAt: null,
  ...more,
})

function written(number: string, spoil = false): string {
  const signed = ekitirToSign(keyId, number, '2026-11-20T03:00:00.000Z')
  const signature = sign(null, signed, privateKeyOf('ed25519', pair.privateKey))
  if (spoil) signature.writeUInt8((signature[10] ?? 0) ^ 1, 10)
  return writeSignedEkitir(signed, signature)
}

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({ cards: [card] })
  counter.centre.reachable = true
  await counter.signIn()
  counter.centre.reachable = false
})
afterEach(() => counter.close())

const scan = (code: string) => counter.get('scan.resolve', { code, source: 'camera' })
const keyIs = (more?: Partial<DeviceKey>) => counter.pull([change('device-key', deviceKey(more))])

test('our own e-Kitir is verified without a network and finds its card', async () => {
  await keyIs()
  expect(await scan(written(card.kitirNumber))).toMatchObject({
    kind: 'cards',
    signed: 'valid',
    cards: [{ cardId: 'k-1' }],
  })
})

test('one whose key is not known yet finds its card, and says that it could not be verified', async () => {
  expect(await scan(written(card.kitirNumber))).toMatchObject({ kind: 'cards', signed: 'key-unknown' })
})

test('a broken signature, a revoked and an expired key are forgeries', async () => {
  const { kitirNumber } = card
  await keyIs()
  expect(await scan(written(kitirNumber, true))).toEqual({ kind: 'forged', reason: 'signature', kitirNumber })
  await counter.pull([change('device-key', deviceKey({ revokedAt: '2026-11-21T00:00:00.000Z' }), 2)])
  expect(await scan(written(kitirNumber))).toEqual({ kind: 'forged', reason: 'revoked-key', kitirNumber })
  await counter.pull([change('device-key', deviceKey({ validTo: '2026-11-01T00:00:00.000Z' }), 3)])
  expect(await scan(written(kitirNumber))).toEqual({ kind: 'forged', reason: 'expired-key', kitirNumber })
})

test('something that only begins like one is no e-Kitir', async () => {
  expect(await scan('LKT1:!!!')).toMatchObject({ kind: 'unknown', reason: 'not-an-ekitir' })
})
