import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heartbeatAnswer, moveAnswer } from '#shared/contract/sync/protocol.ts'
import { deviceKeyRow } from '#shared/contract/sync/rows.ts'
import { ACentre, dinasScope, otherScope, password, scope } from '../testing/a-centre.ts'
import { type ADevice, errorOf } from '../testing/a-device.ts'
import { databases } from '../testing/databases.ts'

describe.each(await databases())('a computer goes to another office, on $name', (kind) => {
  let centre: ACentre
  let siola: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await centre.addDinas()
    siola = await centre.device(dinasScope)
  })
  afterAll(() => centre.close())

  const act = (done: object) => siola.post('/v1/device-acts', { username: 'bagus', password, act: done })
  const order = ({ identity: { deviceId } }: ADevice, to = otherScope) => act({ kind: 'order-move', deviceId, to })
  const heartbeat = async (device: ADevice) => {
    const said = {
      appVersion: '1.1.0',
      unsent: 0,
      oldestUnsentAt: null,
      freeDiskBytes: null,
      deviceTime: '2026-11-24T02:00:00.000Z',
    }
    return heartbeatAnswer.parse((await device.post(`/v1/devices/${device.identity.deviceId}/heartbeat`, said)).body)
  }
  const keys = async (inScope: string, deviceId: string) => {
    const { db } = centre.server.centre
    const rows = await db
      .selectFrom('rows')
      .select('row')
      .where('entity', '=', 'device-key')
      .where('scope', '=', inScope)
      .execute()
    return rows.map(({ row }) => deviceKeyRow.parse(JSON.parse(String(row)))).filter((one) => one.deviceId === deviceId)
  }

  test('it hears of the order, goes with the same identity, and has the rights of the new office alone', async () => {
    const device = await centre.device()
    expect((await heartbeat(device)).move).toBeNull()
    expect((await order(device)).status).toBe(200)
    const { move } = await heartbeat(device)
    expect(move).toMatchObject({ to: otherScope, toName: 'Kelurahan Ketabang', orderedBy: 'bagus' })
    const next = generateKeyPairSync('ed25519')
    const answer = moveAnswer.parse((await device.move(String(move?.moveId), next)).body)
    const { identity } = device
    expect(answer.device).toMatchObject({
      deviceId: identity.deviceId,
      homeScope: otherScope,
      scopes: [otherScope],
      generation: 2,
    })
    const moved = await device.arrived(answer.device, next)
    expect((await heartbeat(moved)).move).toBeNull()
    expect((await moved.request(`/v1/sync/snapshot?scope=${scope}`)).status).toBe(403)
    expect((await moved.copy()).rows.length).toBeGreaterThan(0)
    const signIn = (username: string) => moved.post('/v1/staff/sign-in', { username, password })
    expect(errorOf(await signIn('rini'))).toBe('wrong-password')
    expect((await keys(scope, identity.deviceId)).map(({ validTo }) => validTo)).toEqual([expect.any(String)])
    expect((await keys(otherScope, identity.deviceId)).map(({ validTo }) => validTo)).toEqual([null])
    expect(errorOf(await device.signIn())).toBe('superseded')
  })

  test('the same request again has the same answer, another computer with the old key has none', async () => {
    const device = await centre.device()
    const copy = await device.clone()
    await order(device)
    const moveId = String((await heartbeat(device)).move?.moveId)
    const next = generateKeyPairSync('ed25519')
    const first = moveAnswer.parse((await device.move(moveId, next)).body)
    expect(moveAnswer.parse((await device.move(moveId, next)).body).device).toEqual(first.device)
    expect(errorOf(await copy.move(moveId))).toBe('superseded')
  })

  test('not while the centre lacks something that it did, not without an order, not after it was taken back', async () => {
    await centre.addCard('K-1')
    const device = await centre.device()
    expect(errorOf(await device.move('nobody-ordered'))).toBe('move-gone')
    await order(device)
    const moveId = String((await heartbeat(device)).move?.moveId)
    const unsent = device.handOver('K-1')
    expect(errorOf(await device.move(moveId))).toBe('unsent')
    await device.verdicts(unsent)
    expect(errorOf(await device.move(moveId, generateKeyPairSync('ed25519'), { seq: 1, audit: 1 }))).toBe('unsent')
    await act({ kind: 'cancel-move', deviceId: device.identity.deviceId })
    expect(errorOf(await device.move(moveId))).toBe('move-gone')
  })

  test('the code that it had is given to nobody else, so that no receipt number comes twice', async () => {
    const device = await centre.device()
    await order(device)
    const { move } = await heartbeat(device)
    await device.move(String(move?.moveId))
    const after = await centre.device()
    expect(Number(after.identity.deviceCode)).toBeGreaterThan(Number(device.identity.deviceCode))
  })

  test('a revoked device goes nowhere; no device goes to an office that there is not, or where it is', async () => {
    const device = await centre.device()
    const { deviceId } = device.identity
    expect((await order(device, '3578999999')).status).toBe(404)
    expect(errorOf(await order(device, scope))).toBe('device-act-impossible')
    await order(device)
    const moveId = String((await heartbeat(device)).move?.moveId)
    await act({ kind: 'revoke', deviceId, reason: 'lost', reportedAt: '2026-11-24T01:00:00.000Z' })
    expect(errorOf(await device.move(moveId))).toBe('revoked')
  })
})
