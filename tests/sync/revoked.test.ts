import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { revokedFile } from '#shared/contract/shell/revoked-file.ts'
import { holderOfToken } from '../../server/devices/note-act.ts'
import { releaseWork } from '../../server/devices/release-work.ts'
import { revokeDevice } from '../../server/devices/revoke-device.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'
import { addPerson, EngineDesk } from './dinas-desk.ts'
import { FaultProxy } from './fault-proxy.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const at = '2026-11-24T01:00:00.000Z'
const signature = 'A'.repeat(86)
const loss = { reason: 'stolen', reportedAt: at } as const

/** A desk that gave a card away which the centre has not heard of, and was revoked then. `behind`: the line that it has to the centre. */
async function revokedDesk() {
  const scope = await city.office(3)
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.enrolled(proxy.url, scope, await city.enrolmentCode(scope))
  proxy.break('/v1/', { kind: 'closed' })
  await desk.handOver(cardId(scope, 1))
  const deviceId = JSON.parse(
    String((await desk.store.read.selectFrom('device').select('identity').executeTakeFirst())?.identity),
  ).deviceId as string
  await revokeDevice(city.server.centre, deviceId, holderOfToken('tests'), loss)
  proxy.mend()
  const close = async () => {
    await desk.close()
    await proxy.close()
  }
  return { scope, desk, proxy, deviceId, close }
}

const told = async (desk: Desk) => (await desk.round()).ok

test('a revoked device brings what it had not sent, and only with the centre’s receipt may all be erased', async () => {
  const { scope, desk, deviceId, close } = await revokedDesk()
  expect(await desk.round()).toMatchObject({ ok: false, refusal: { code: 'device-revoked' } })
  expect(desk.mayErase).toBe(true)
  const marker = revokedFile.parse(JSON.parse(readFileSync(join(desk.folder, 'revoked.json'), 'utf8')))
  expect(marker).toMatchObject({ state: 'erasing', receipt: { size: expect.any(Number) } })
  expect(await city.accepted(scope)).toEqual([])
  expect(await releaseWork(city.server.centre, deviceId, holderOfToken('tests'))).toEqual({ acts: 1, conflicts: 0 })
  expect(await city.accepted(scope)).toEqual(['handover.record'])
  expect(await desk.round()).toMatchObject({ ok: false, refusal: { code: 'device-revoked' } })
  await close()
})

test.each([
  ['the order does not come', '/farewell'],
  ['the file is not taken', 'PUT /v1/farewell'],
  ['the receipt does not come', 'POST /v1/farewell'],
])('where %s, nothing may be erased; the next round, also of a new start, goes on', async (_, path) => {
  const { desk, proxy, close } = await revokedDesk()
  proxy.break(path, { kind: 'closed' })
  for (const again of [false, true]) {
    if (again) await desk.restart()
    expect(await told(desk)).toBe(false)
    expect(proxy.met).toBeGreaterThan(0)
    expect(desk.mayErase).toBe(false)
    expect(existsSync(join(desk.folder, 'revoked.json'))).toBe(false)
  }
  proxy.mend()
  await desk.round()
  expect(desk.mayErase).toBe(true)
  await close()
})

test.each([
  ['an order', '/farewell', (deviceId: string) => ({ order: { deviceId, revokedAt: at }, signature, token: 't' })],
  [
    'a receipt',
    'POST /v1/farewell',
    (deviceId: string) => ({ deviceId, sha256: 'a'.repeat(64), size: 1, at, signature }),
  ],
])('%s that the centre did not sign ends nothing', async (_, path, forged) => {
  const { desk, proxy, deviceId, close } = await revokedDesk()
  const body = JSON.stringify(forged(deviceId))
  proxy.break(path, { kind: 'stand-in', status: '200 OK', type: 'application/json', body })
  expect(await desk.round()).toMatchObject({ ok: false, refusal: { code: 'answer-unreadable' } })
  expect(proxy.met).toBeGreaterThan(0)
  expect(desk.mayErase).toBe(false)
  await close()
})

test('from the order on the engine records nothing and shows nothing but that', async () => {
  const scope = await city.office(1)
  await addPerson(city, scope, 'ratna', 'kelurahan')
  const desk = await EngineDesk.of(city.url, await city.enrolmentCode(scope), 'ratna')
  const { device } = await desk.get('app.status', {})
  await revokeDevice(city.server.centre, String(device?.deviceId), holderOfToken('tests'), loss)
  await expect(desk.sync()).rejects.toThrow('device-revoked')
  expect(await desk.ask('card.get', { cardId: cardId(scope, 1) })).toMatchObject({
    refusal: { code: 'device-revoked' },
  })
  expect(await desk.ask('session.staff', {})).toMatchObject({ refusal: { code: 'device-revoked' } })
  expect(await desk.get('app.status', {})).toMatchObject({ revoked: true })
  await expect(desk.write()).rejects.toThrow('revoked')
  await desk.close()
})
