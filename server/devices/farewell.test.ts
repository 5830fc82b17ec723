import { createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceActAnswer } from '#shared/contract/sync/device-acts.ts'
import {
  farewellAnswer,
  farewellNonceText,
  farewellReceipt,
  farewellReceiptText,
  revocationText,
} from '#shared/contract/sync/farewell.ts'
import { devicesAnswer } from '#shared/contract/sync/queries.ts'
import { handoverRow } from '#shared/contract/sync/rows.ts'
import { ACentre, dinasScope, password } from '../testing/a-centre.ts'
import { queueFile, sha256 } from '../testing/a-courier.ts'
import { type ADevice, type Answer, errorOf } from '../testing/a-device.ts'
import { databases } from '../testing/databases.ts'

describe.each(await databases())('the end of a revoked device, on $name', (kind) => {
  let centre: ACentre
  let siola: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await centre.addDinas()
    siola = await centre.device(dinasScope)
  })
  afterAll(() => centre.close())

  const act = (done: object): Promise<Answer> =>
    siola.post('/v1/device-acts', { username: 'dewi', password, act: done })
  const revoke = ({ identity: { deviceId } }: ADevice) =>
    act({ kind: 'revoke', deviceId, reason: 'lost', reportedAt: '2026-11-24T01:00:00.000Z' })
  const begin = async (device: ADevice) =>
    device.post(`/v1/devices/${device.identity.deviceId}/farewell`, await device.nonceSigned(farewellNonceText))
  const bring = async (device: ADevice, file: Buffer, bytes = file) => {
    const name = `/v1/farewell/${sha256(file)}`
    const headers = {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${bytes.length - 1}/${file.length}`,
    }
    await device.request(name, { method: 'PUT', headers, body: new Uint8Array(bytes) })
    return device.post(name, {})
  }
  const revokedOnes = async () => {
    const answer = await siola.request('/v1/query/devices?revoked=yes', { headers: { 'x-loket-staff': 'dewi' } })
    return devicesAnswer.parse(await answer.json()).devices
  }
  const signedByCentre = (text: string, signature: string) => {
    const key = createPublicKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'Ed25519', x: centre.server.centre.keys.signingKey },
    })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
  }

  test('it is told of its end by the centre’s signature, and may bring its last work and nothing else', async () => {
    const device = await centre.device()
    expect(errorOf(await begin(device))).toBe('not-revoked')
    await revoke(device)
    const { order, signature, token } = farewellAnswer.parse((await begin(device)).body)
    expect(order.deviceId).toBe(device.identity.deviceId)
    expect(signedByCentre(revocationText(order), signature)).toBe(true)
    device.bear(token)
    expect(errorOf(await device.push(device.handOver('K-1')))).toBe('revoked')
    expect((await device.request('/v1/lookup?code=x')).status).toBe(403)
    const queue = await queueFile(device, centre.server.centre, {})
    const receipt = farewellReceipt.parse((await bring(device, queue)).body)
    expect(receipt).toMatchObject({ deviceId: device.identity.deviceId, sha256: sha256(queue), size: queue.length })
    expect(signedByCentre(farewellReceiptText(receipt), receipt.signature)).toBe(true)
    const again = farewellReceipt.parse((await device.post(`/v1/farewell/${sha256(queue)}`, {})).body)
    expect(again.sha256).toBe(receipt.sha256)
  })

  test('no receipt before the whole queue is there and can be read', async () => {
    const device = await centre.device()
    await revoke(device)
    device.bear(farewellAnswer.parse((await begin(device)).body).token)
    const queue = await queueFile(device, centre.server.centre, {})
    const half = await bring(device, queue, queue.subarray(0, 40))
    expect([half.status, errorOf(half)]).toEqual([409, 'wrong-offset'])
    const broken = Buffer.from(queue)
    broken[200] = (broken[200] ?? 0) ^ 1
    expect((await bring(device, broken)).status).toBe(400)
    const foreign = await queueFile(await centre.device(), centre.server.centre, {})
    expect((await bring(device, foreign)).status).toBe(400)
    const told = (await revokedOnes()).find(({ deviceId }) => deviceId === device.identity.deviceId)
    expect(told?.revoked).toMatchObject({ leftAt: null, workKept: false })
  })

  test('a stranger, and a device that may go on, begin no farewell; the copy of a revoked device does', async () => {
    const device = await centre.device()
    const copy = await device.clone()
    await device.nextGeneration()
    await revoke(device)
    const stranger = await centre.device()
    const forged = await stranger.nonceSigned(farewellNonceText)
    expect((await stranger.post(`/v1/devices/${device.identity.deviceId}/farewell`, forged)).status).toBe(401)
    expect(errorOf(await copy.signIn())).toBe('revoked')
    expect((await begin(copy)).status).toBe(200)
    const token = farewellAnswer.parse((await begin(device)).body).token
    stranger.bear(token)
    expect((await stranger.request('/v1/region-pack')).status).toBe(403)
  })

  test('what it sent last is judged when a person releases it: the card is handed over, and a supervisor is to look', async () => {
    await centre.addCard('K-7')
    const device = await centre.device()
    const command = device.handOver('K-7')
    await revoke(device)
    expect(errorOf(await act({ kind: 'release', deviceId: device.identity.deviceId }))).toBe('not-found')
    device.bear(farewellAnswer.parse((await begin(device)).body).token)
    await bring(device, await queueFile(device, centre.server.centre, { commands: [command] }))
    const { db } = centre.server.centre
    const handovers = () =>
      db
        .selectFrom('rows')
        .select('row')
        .where('entity', '=', 'handover')
        .where('scope', '=', device.identity.homeScope)
        .execute()
    expect(await handovers()).toEqual([])
    const find = async () =>
      (await revokedOnes()).find(({ deviceId }) => deviceId === device.identity.deviceId)?.revoked
    expect(await find()).toMatchObject({ leftAt: centre.server.centre.now().toISOString(), workKept: true })
    const released = deviceActAnswer.parse((await act({ kind: 'release', deviceId: device.identity.deviceId })).body)
    expect(released.released).toEqual({ acts: 1, conflicts: 0 })
    const [row] = (await handovers()).map(({ row: text }) => handoverRow.parse(JSON.parse(String(text))))
    expect(row).toMatchObject({ cardId: 'K-7', standing: 'stands', flags: expect.arrayContaining(['review-later']) })
    expect(await find()).toMatchObject({ workKept: false })
    const again = deviceActAnswer.parse((await act({ kind: 'release', deviceId: device.identity.deviceId })).body)
    expect(again.released).toEqual({ acts: 0, conflicts: 0 })
  })
})
