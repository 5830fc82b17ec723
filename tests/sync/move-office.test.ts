import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { firstRow, rows } from '../../electron/engine/database/sql.ts'
import { recall } from '../../electron/engine/sync/sync-state.ts'
import { cancelMove, orderMove } from '../../server/devices/move-device.ts'
import { holderOfToken } from '../../server/devices/note-act.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'
import { FaultProxy, type LineFault } from './fault-proxy.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const dinas = holderOfToken('dinas')
let from: string
let to: string
let proxy: FaultProxy
let desk: Desk
let deviceId: string
let code: string
beforeEach(async () => {
  ;[from, to] = [await city.office(3), await city.office(2)]
  proxy = await FaultProxy.open(city.url)
  desk = await Desk.enrolled(proxy.url, from, await city.enrolmentCode(from))
  const device = await desk.sync.deviceIn(desk.store.read).current()
  ;[deviceId, code] = [String(device?.deviceId), String(device?.deviceCode)]
})
afterEach(async () => {
  await desk.close()
  await proxy.close()
})

const order = () => orderMove(city.server.centre, deviceId, to, dinas)
/** The next sign of life is due at once. */
const nextDay = () => desk.restart()
const device = () => desk.sync.deviceIn(desk.store.read).current()
const move = async () => (await desk.sync.control.status()).move
const closed: LineFault = { kind: 'closed' }

/** All that stands in the tables of the database. */
async function everything(): Promise<string> {
  const { read } = desk.store
  const tables = await rows<{ name: string }>(
    read,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'card_search%'",
  )
  const all = await Promise.all(tables.map(({ name }) => rows<object>(read, `SELECT * FROM ${name}`)))
  return JSON.stringify(all)
}

/** It works in its new office as one that was enrolled there. */
async function worksThere(): Promise<void> {
  await desk.leave()
  const folder = { path: desk.folder, remove: () => {} }
  const there = await Desk.open(city.url, to, { folder })
  const { receiptNumber } = await there.handOver(cardId(to, 1))
  expect(receiptNumber).toContain(to)
  expect(await there.round()).toMatchObject({ ok: true })
  expect(await city.accepted(to)).toEqual(['handover.record'])
  expect(await there.rows()).toEqual(await city.rows(to))
  expect(there.errors).toEqual([])
  await there.leave()
  desk = await Desk.open(city.url, to, { folder: { path: desk.folder, remove: desk.remove } })
}

test('it hears of its move, sends all that it did, goes, and has the rows of its new office alone', async () => {
  await order()
  proxy.break('/v1/sync/push', closed)
  await nextDay()
  await desk.handOver(cardId(from, 1))
  expect(await desk.round()).toMatchObject({ ok: false })
  proxy.mend()
  await desk.round()
  expect(await city.accepted(from)).toEqual(['handover.record'])
  expect(await device()).toMatchObject({ deviceId, homeScope: to, scopes: [to], generation: 2 })
  expect(await desk.rows()).toEqual(await city.rows(to))
  expect(await desk.commands()).toEqual({ ids: [], waiting: 0 })
  await worksThere()
})

test('while the centre cannot take an act it stays, and works on', async () => {
  await order()
  proxy.break('/v1/sync/push', closed)
  await desk.handOver(cardId(from, 1))
  await nextDay()
  for (const number of [2, 3]) {
    await desk.round()
    await desk.handOver(cardId(from, number))
  }
  expect(await device()).toMatchObject({ homeScope: from, generation: 1 })
  expect(await desk.commands()).toMatchObject({ waiting: 3 })
  proxy.mend()
  await desk.round()
  expect(await device()).toMatchObject({ homeScope: to })
  expect(await city.accepted(from)).toHaveLength(3)
})

test('an act that is recorded in the moment before it goes is sent first', async () => {
  await order()
  await nextDay()
  desk.inUse = async () => {
    desk.inUse = async () => []
    await desk.handOver(cardId(from, 1))
    return []
  }
  await desk.round()
  expect(await device()).toMatchObject({ homeScope: from })
  expect(proxy.asked.filter((line) => line.includes('/move'))).toEqual([])
  await desk.round()
  expect(await city.accepted(from)).toEqual(['handover.record'])
  expect(await device()).toMatchObject({ homeScope: to })
  expect(desk.errors).toEqual([])
})

test.each(['session', 'shift'] as const)(
  'with an open %s it does not go; the frame says what it waits for',
  async (wait) => {
    await order()
    await nextDay()
    desk.inUse = async () => [wait]
    await desk.round()
    const toName = expect.any(String)
    expect(await move()).toEqual({ toName, orderedBy: 'dinas', going: false, waits: [wait] })
    expect(await device()).toMatchObject({ homeScope: from })
    await desk.handOver(cardId(from, 1))
    expect((await move())?.waits).toEqual(['unsent', 'files', wait])
    desk.inUse = async () => []
    await desk.round()
    expect(await device()).toMatchObject({ homeScope: to })
    expect(await city.accepted(from)).toEqual(['handover.record'])
  },
)

test.each<[string, LineFault]>([
  ['before the centre hears it', closed],
  ['when the centre has moved it and the answer is lost', { kind: 'cut', afterBytes: 0 }],
])('ended %s, it records nothing until it is known, and the next start goes on', async (_, fault) => {
  await desk.handOver(cardId(from, 1))
  await order()
  await nextDay()
  proxy.break('/move', fault)
  await desk.round()
  expect(proxy.met).toBeGreaterThan(0)
  expect(await move()).toMatchObject({ going: true })
  await nextDay()
  await desk.round()
  expect(await move()).toMatchObject({ going: true })
  expect(await desk.rows()).not.toEqual({})
  proxy.mend()
  await nextDay()
  await desk.round()
  expect(await device()).toMatchObject({ homeScope: to, generation: 2 })
  expect(await city.accepted(from)).toEqual(['handover.record'])
  expect(await move()).toBeNull()
  await worksThere()
})

test('ended in the middle of the new office’s first copy, it goes on with it', async () => {
  await order()
  await nextDay()
  proxy.break('/v1/sync/snapshot', closed)
  await desk.round()
  expect(await device()).toMatchObject({ homeScope: to })
  expect(await desk.rows()).toEqual({})
  proxy.mend()
  await nextDay()
  await desk.round()
  expect(await desk.rows()).toEqual(await city.rows(to))
})

test('of the old office nothing is left in any table; how much it was is said at the desk and in the audit', async () => {
  await desk.handOver(cardId(from, 1))
  await desk.round()
  const before = Object.keys(await city.rows(from)).length
  expect(await everything()).toContain(cardId(from, 1))
  await order()
  await nextDay()
  await desk.round()
  const left = await everything()
  for (const number of [1, 2, 3]) expect(left).not.toContain(cardId(from, number))
  const found = await firstRow<{ count: number }>(desk.store.read, 'SELECT count(*) AS count FROM card_search')
  expect(found?.count).toBe(2)
  const { moved } = await desk.sync.control.status()
  expect(moved).toMatchObject({ rows: before, fromDevice: expect.stringContaining(code) })
  const [entry] = await rows<{ entry: string }>(desk.store.read, 'SELECT entry FROM audit_entry')
  expect(JSON.parse(entry?.entry ?? '')).toMatchObject({ kind: 'moved', subject: `${from}>${to} ${before}`, seq: 1 })
})

test('an order that was taken back while it asked lets it go on where it is', async () => {
  await order()
  await nextDay()
  proxy.break('/move', closed)
  await desk.round()
  expect(await move()).toMatchObject({ going: true })
  await cancelMove(city.server.centre, deviceId, dinas)
  proxy.mend()
  await desk.round()
  expect(await move()).toBeNull()
  await desk.handOver(cardId(from, 1))
  await desk.round()
  expect(await city.accepted(from)).toEqual(['handover.record'])
  expect(await device()).toMatchObject({ homeScope: from, generation: 1 })
})

test('an entry of the audit that was written while it went is in the chain of the new office, not lost', async () => {
  await order()
  await nextDay()
  proxy.break('/move', closed)
  await desk.round()
  const entry = { kind: 'data', subject: 'backup', staffId: null, at: '2026-11-24T02:00:00.000Z' } as const
  await desk.store.inTransaction((trx) => desk.sync.auditIn(trx).append(entry))
  proxy.mend()
  await desk.round()
  const kinds = await city.server.centre.db
    .selectFrom('audit')
    .select(['generation', 'entry'])
    .where('device_id', '=', deviceId)
    .orderBy('generation')
    .orderBy('seq')
    .execute()
  const ofNew = kinds.filter(({ generation }) => generation === 2).map(({ entry: text }) => JSON.parse(text).kind)
  expect(ofNew).toEqual(['data', 'moved'])
  expect(await recall(desk.store.read, 'push-stopped')).not.toBe('quarantined')
})
