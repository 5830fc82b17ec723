import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Change } from '#shared/contract/sync/protocol.ts'
import { aCard, City, cardId, cardRow } from './city.ts'
import { Desk } from './desk.ts'
import { FaultProxy } from './fault-proxy.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const deskAt = async (scope: string, url = city.url) => Desk.enrolled(url, scope, await city.enrolmentCode(scope))

test('a cursor that the centre folded away leads to a new first copy; what waits in the outbox is kept and sent', async () => {
  const scope = await city.office()
  const proxy = await FaultProxy.open(city.url)
  const desk = await deskAt(scope, proxy.url)
  const { db } = city.server.centre
  await city.write([cardRow({ ...aCard(scope, 1), ownerName: 'Nama Baru' })])
  await db.deleteFrom('changes').where('scope', '=', scope).execute()
  await db.deleteFrom('rows').where('scope', '=', scope).where('id', '=', cardId(scope, 3)).execute()
  const { seq } = await db.selectFrom('scopes').select('seq').where('scope', '=', scope).executeTakeFirstOrThrow()
  await db.updateTable('scopes').set({ folded_seq: seq }).where('scope', '=', scope).execute()
  await desk.handOver(cardId(scope, 2))
  proxy.break('/v1/sync/push', {
    kind: 'stand-in',
    status: '503 Busy',
    type: 'application/json',
    body: '{"error":"internal"}',
  })
  expect(await desk.round()).toMatchObject({ ok: false, refusal: { code: 'centre-error' } })
  expect(await desk.rows()).toEqual(await city.rows(scope))
  expect(await desk.card(cardId(scope, 3))).toBeNull()
  expect(await desk.card(cardId(scope, 2))).toMatchObject({ state: 'handed-over', centre: 'waiting' })
  expect((await desk.commands()).waiting).toBe(1)
  proxy.mend()
  expect(await desk.round()).toMatchObject({ ok: true, value: { sent: 1 } })
  expect(await desk.rows()).toEqual(await city.rows(scope))
  await desk.close()
  await proxy.close()
})

test('a centre restored from an old backup gets the commands it lost again', async () => {
  const scope = await city.office(6)
  const desk = await deskAt(scope)
  for (const number of [1, 2, 3]) await desk.handOver(cardId(scope, number))
  await desk.round()
  const { db } = city.server.centre
  await db.deleteFrom('commands').where('home_scope', '=', scope).where('seq', '>', 1).execute()
  await db.deleteFrom('verdicts').where('home_scope', '=', scope).execute()
  await desk.handOver(cardId(scope, 4))
  expect(await desk.round()).toMatchObject({ ok: true })
  expect(await city.commands(scope)).toEqual((await desk.commands()).ids)
  await desk.close()
})

test('a command changed on the disk is found here, and the centre does not take it', async () => {
  const scope = await city.office()
  const desk = await deskAt(scope)
  await desk.handOver(cardId(scope, 1))
  expect(await desk.overview()).toMatchObject({ chainLength: 1, chainIntact: true })
  await desk.restart()
  await desk.store.inTransaction(async (trx) => {
    const { envelope } = await trx.selectFrom('command').select('envelope').executeTakeFirstOrThrow()
    await trx
      .updateTable('command')
      .set({ envelope: envelope.replace('handover', 'hacked00') })
      .execute()
  })
  expect(await desk.overview()).toMatchObject({ chainIntact: false })
  await desk.round()
  expect(await desk.sync.control.status()).toMatchObject({
    connection: { fault: { code: 'device-quarantined' } },
    unsent: { count: 1 },
  })
  await desk.close()
})

test('hundreds of hand-overs of days alone arrive once each, in order', async () => {
  const scope = await city.office(620)
  const desk = await deskAt(scope)
  await desk.sync.control.setConnection(false)
  for (let number = 1; number <= 620; number++) await desk.handOver(cardId(scope, number))
  await desk.sync.control.setConnection(true)
  await desk.round()
  expect((await desk.commands()).waiting).toBe(0)
  expect(await city.commands(scope)).toEqual((await desk.commands()).ids)
  expect(await desk.rows()).toEqual(await city.rows(scope))
  // A chain that the centre does not take heals itself by a new generation.
  expect((await desk.sync.deviceIn(desk.store.read).current())?.generation).toBe(1)
  await desk.close()
})

test('a clock two days off is measured', async () => {
  const scope = await city.office()
  const desk = await Desk.open(city.url, scope)
  desk.clockAheadMs = 2 * 86_400_000
  await desk.sync.control.enrol({ code: await city.enrolmentCode(scope), serverUrl: city.url })
  expect(await desk.round()).toMatchObject({ ok: true })
  const { clockSkewSeconds } = await desk.sync.control.status()
  expect(clockSkewSeconds).toBeGreaterThan(2 * 86_400 - 5)
  expect(clockSkewSeconds).toBeLessThan(2 * 86_400 + 5)
  await desk.close()
})

test('a wrong enrolment code is refused, and the right one works after it', async () => {
  const scope = await city.office()
  const desk = await Desk.open(city.url, scope)
  expect(await desk.round()).toEqual({ ok: false, refusal: { code: 'not-enrolled' } })
  expect(await desk.sync.control.enrol({ code: 'NO-SUCH-CODE', serverUrl: city.url })).toMatchObject({
    ok: false,
    refusal: { code: 'enrol-code-invalid' },
  })
  expect(await desk.sync.control.enrol({ code: await city.enrolmentCode(scope), serverUrl: city.url })).toEqual({
    ok: true,
    value: null,
  })
  expect(await desk.round()).toMatchObject({ ok: true })
  await desk.close()
})

test('a lost answer to the enrolment is asked for again with the same keys', async () => {
  const scope = await city.office()
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.open(proxy.url, scope)
  const code = await city.enrolmentCode(scope)
  proxy.breakOnce('/v1/devices/enrol', { kind: 'cut', afterBytes: 0 })
  expect(await desk.sync.control.enrol({ code: code, serverUrl: proxy.url })).toMatchObject({ ok: false })
  await desk.restart()
  expect(await desk.sync.control.enrol({ code: code, serverUrl: proxy.url })).toEqual({ ok: true, value: null })
  const devices = await city.server.centre.db
    .selectFrom('devices')
    .select('device_id')
    .where('home_scope', '=', scope)
    .execute()
  expect(devices).toHaveLength(1)
  await desk.close()
  await proxy.close()
})

test('any order and any repetition of the same changes ends in the same rows; a lower version never wins', async () => {
  const scope = await city.office(0)
  const anyChange = fc.record({ number: fc.integer({ min: 1, max: 4 }), version: fc.integer({ min: 1, max: 6 }) })
  const change = (one: { number: number; version: number }): Change => {
    // What a version says is fixed: the centre never sends two rows under one version.
    const gone = (one.number + one.version) % 5 === 0
    const card = { ...aCard(scope, one.number), ownerName: `Nama ${one.version}`, later: { unknown: one.version } }
    return { scope, seq: one.version, entity: 'card', id: card.id, version: one.version, row: gone ? null : card }
  }
  const twice = fc.array(anyChange, { minLength: 1, maxLength: 12 }).chain((list) => {
    const changes = [...list, ...list].map(change)
    return fc.tuple(fc.constant(changes), fc.shuffledSubarray(changes, { minLength: changes.length }))
  })
  const desk = await deskAt(scope)
  const rowsAfter = async (changes: readonly Change[]) => {
    await desk.store.inTransaction(async (trx) => {
      await trx.deleteFrom('replica').execute()
      await trx.deleteFrom('card').execute()
      await desk.baseRows.apply(trx, changes, 0)
    })
    const shown = await desk.store.read
      .selectFrom('card')
      .select(['id', 'owner_name', 'centre'])
      .orderBy('id')
      .execute()
    return { rows: await desk.rows(), shown }
  }
  await fc.assert(
    fc.asyncProperty(twice, async ([inOrder, shuffled]) => {
      expect(await rowsAfter(shuffled)).toEqual(await rowsAfter(inOrder))
    }),
    { numRuns: 60 },
  )
  await desk.close()
})

test('entities and fields of the future are kept as they came', async () => {
  const scope = await city.office(0)
  const desk = await deskAt(scope)
  const row = { id: 'X', scope, anything: ['goes', { deep: true }] }
  await desk.store.inTransaction((trx) =>
    desk.baseRows.apply(trx, [{ scope, seq: 99, entity: 'drone', id: 'X', version: 1, row }], 0),
  )
  expect((await desk.rows())['drone/X']).toEqual({ version: 1, row })
  await desk.close()
})
