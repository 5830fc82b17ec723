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
import type { PushedCommand } from '#shared/contract/sync/protocol.ts'
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

  /** A computer with the same disk, which goes on alone after the other one took the next generation. */
  const withCopy = async () => {
    const device = await centre.device()
    const copy = await device.clone()
    await device.nextGeneration()
    return { device, copy, deviceId: device.identity.deviceId }
  }
  const leave = async (device: ADevice, ...commands: readonly PushedCommand[]) => {
    device.bear(farewellAnswer.parse((await begin(device)).body).token)
    const queue = await queueFile(device, centre.server.centre, { commands })
    return farewellReceipt.parse((await bring(device, queue)).body)
  }
  const release = ({ identity: { deviceId } }: ADevice) => act({ kind: 'release', deviceId })
  const releasedOf = async (device: ADevice) => deviceActAnswer.parse((await release(device)).body).released
  const told = async (device: ADevice) =>
    (await revokedOnes()).find(({ deviceId }) => deviceId === device.identity.deviceId)?.revoked
  const notesOf = (device: ADevice) =>
    centre.server.centre.db
      .selectFrom('device_acts')
      .select(['kind', 'staff_name', 'about'])
      .where('device_id', '=', device.identity.deviceId)
      .where('kind', 'in', ['judge', 'release'])
      .orderBy('kind')
      .execute()

  test('what its copy did under the generation before is judged as well, and only the device itself counts as gone', async () => {
    const [own, copied] = [await centre.addCard('K-own'), await centre.addCard('K-copy')]
    const { device, copy } = await withCopy()
    const commands = { own: device.handOver(own.id), copied: copy.handOver(copied.id) }
    await revoke(device)
    await leave(copy, commands.copied)
    expect(await told(device)).toMatchObject({ leftAt: null, workKept: true })
    await leave(device, commands.own)
    expect(await told(device)).toMatchObject({ leftAt: centre.server.centre.now().toISOString(), workKept: true })
    expect(await releasedOf(device)).toEqual({ acts: 2, conflicts: 0 })
    expect(await told(device)).toMatchObject({ workKept: false })
  })

  test('a card that the device and its copy both gave away is a conflict with a case', async () => {
    const card = await centre.addCard('K-both')
    const { device, copy } = await withCopy()
    await device.verdicts(device.handOver(card.id))
    const again = copy.handOver(card.id)
    await revoke(device)
    await leave(copy, again)
    expect(await releasedOf(device)).toEqual({ acts: 1, conflicts: 1 })
  })

  test('work that cannot be taken whole stays kept, and its release is refused and noted nowhere', async () => {
    const card = await centre.addCard('K-hole')
    const device = await centre.device()
    device.command('handover.record', {})
    const behindHole = device.handOver(card.id)
    await revoke(device)
    await leave(device, behindHole)
    const answer = await release(device)
    expect([answer.status, errorOf(answer)]).toEqual([409, 'device-act-impossible'])
    expect(await told(device)).toMatchObject({ workKept: true })
    expect(await notesOf(device)).toEqual([])
  })

  test('who had it judged is kept in the transaction that judges, also where the rest cannot be taken', async () => {
    const card = await centre.addCard('K-part')
    const { device, copy } = await withCopy()
    const sound = copy.handOver(card.id)
    device.command('handover.record', {})
    const behindHole = device.handOver(card.id)
    await revoke(device)
    await leave(copy, sound)
    await leave(device, behindHole)
    expect((await release(device)).status).toBe(409)
    expect(await notesOf(device)).toEqual([{ kind: 'judge', staff_name: 'dewi', about: '{"acts":1,"conflicts":0}' }])
  })

  test('a command of it that nobody signed like this is not judged, and the device stays revoked', async () => {
    const card = await centre.addCard('K-forged')
    const device = await centre.device()
    const forged = { ...device.handOver(card.id), payload: '{}' }
    await revoke(device)
    await leave(device, forged)
    expect((await release(device)).status).toBe(409)
    expect(await told(device)).toMatchObject({ reason: 'lost', workKept: true })
    const { deviceId } = device.identity
    const kept = await centre.server.centre.db
      .selectFrom('quarantine')
      .select('reason')
      .where('device_id', '=', deviceId)
      .orderBy('reason')
      .execute()
    expect(kept.map(({ reason }) => reason)).toEqual(['bad-payload-hash', 'farewell'])
  })
})
