import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
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

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')

/** Writes to a table of the device fail while `run` runs, as on a disk with a bad place. */
async function whileFailing<T>(desk: Desk, table: string, run: () => Promise<T>): Promise<T> {
  const execute = (statement: string) => desk.store.inTransaction(async () => void desk.store.prepare(statement).run())
  await execute(
    `CREATE TRIGGER failing BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'as the test wants it'); END`,
  )
  try {
    return await run()
  } finally {
    await execute('DROP TRIGGER failing')
  }
}

test('rows that could not be written are asked for again: their cursor is not kept without them', async () => {
  const scope = await city.office()
  const desk = await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))
  await city.write([cardRow({ ...aCard(scope, 1), ownerName: 'Nama Baru' })])
  expect(await whileFailing(desk, 'replica', () => desk.round())).toMatchObject({ ok: false })
  expect(await desk.round()).toMatchObject({ ok: true })
  expect(await desk.rows()).toEqual(await city.rows(scope))
  await desk.close()
})

test('a new row of a card that was handed over here meanwhile is shown with the hand-over on top of it', async () => {
  const scope = await city.office()
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.enrolled(proxy.url, scope, await city.enrolmentCode(scope))
  const busy = { kind: 'stand-in', status: '503 Busy', type: 'application/json', body: '{"error":"internal"}' } as const
  proxy.break('/v1/sync/push', busy)
  await desk.handOver(cardId(scope, 1))
  await city.write([cardRow({ ...aCard(scope, 1), ownerName: 'Nama Baru' })])
  expect(await desk.round()).toMatchObject({ ok: false, refusal: { code: 'centre-error' } })
  expect(await desk.rows()).toEqual(await city.rows(scope))
  expect(await desk.card(cardId(scope, 1))).toMatchObject({ state: 'handed-over', centre: 'waiting' })
  await desk.close()
  await proxy.close()
})

test('the first copy goes on after the pages that were kept, and asks for none of them again', async () => {
  const scope = await city.office(0)
  const rowOf = (number: number) => JSON.stringify(aCard(scope, number))
  const rows = Array.from({ length: 2_100 }, (_, index) => index + 1).map((number) => ({
    ...{ scope, entity: 'card', id: cardId(scope, number), version: 1, seq: 1, row: rowOf(number) },
  }))
  for (const part of [rows.slice(0, 1_050), rows.slice(1_050)])
    await city.server.centre.db.insertInto('rows').values(part).execute()
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.open(proxy.url, scope)
  proxy.break('/v1/sync/snapshot', { kind: 'closed' })
  await desk.sync.control.enrol({ code: await city.enrolmentCode(scope), serverUrl: proxy.url })
  await desk.round()
  proxy.break('after=', { kind: 'closed' })
  expect(await desk.round()).toMatchObject({ ok: false })
  const kept = Object.keys(await desk.rows()).length
  expect(kept).toBeGreaterThan(0)
  proxy.mend()
  await desk.restart()
  const round = await desk.round()
  expect(round).toMatchObject({ ok: true, value: { received: Object.keys(await city.rows(scope)).length - kept } })
  expect(await desk.rows()).toEqual(await city.rows(scope))
  await desk.close()
  await proxy.close()
})

test('a card that goes to another office while the first page of a copy is torn is gone here too when the copy is whole', async () => {
  const [scope, elsewhere] = [await city.office(100), await city.office(0)]
  let torn = true
  const desk = await Desk.open(city.url, scope, {
    folder: temporaryFolder('desk'),
    watched: (rows) => ({
      ...rows,
      apply: (trx, changes, ...how) =>
        torn && changes.length <= 50
          ? Promise.reject(new Error('as the test wants it'))
          : rows.apply(trx, changes, ...how),
    }),
  })
  await desk.sync.control.enrol({ code: await city.enrolmentCode(scope), serverUrl: city.url })
  expect(await desk.round()).toMatchObject({ ok: false })
  expect(Object.keys(await desk.rows())).toContain(`card/${cardId(scope, 1)}`)
  await city.write([cardRow({ ...aCard(scope, 1), scope: elsewhere })])
  torn = false
  await desk.restart()
  expect(await desk.round()).toMatchObject({ ok: true })
  expect(await desk.rows()).toEqual(await city.rows(scope))
  await desk.close()
})

test('every act has one entry of the audit at the centre, which names the hash of its command', async () => {
  const scope = await city.office()
  const desk = await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))
  await desk.undo(await desk.handOver(cardId(scope, 1)))
  await desk.handOver(cardId(scope, 2))
  await desk.round()
  const { db } = city.server.centre
  const commands = await db
    .selectFrom('commands')
    .select('hash')
    .where('home_scope', '=', scope)
    .orderBy('seq')
    .execute()
  const entries = await db.selectFrom('audit').select('entry').where('home_scope', '=', scope).orderBy('seq').execute()
  const named = entries.map(({ entry }) => JSON.parse(entry).commandHash)
  expect(named.filter((hash) => hash !== null)).toEqual(commands.map(({ hash }) => hash))
  expect(named).toHaveLength(3)
  await desk.close()
})

test('bytes from the centre that are not what their name says are not shown as the signature', async () => {
  const scope = await city.office()
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.enrolled(proxy.url, scope, await city.enrolmentCode(scope))
  const name = sha256('the true signature')
  const answered = { kind: 'stand-in', status: '200 OK', type: 'application/octet-stream' } as const
  proxy.break('/v1/blobs/', { ...answered, body: 'another picture' })
  expect(await desk.sync.centre.blob(name)).toMatchObject({ ok: false, refusal: { code: 'answer-unreadable' } })
  proxy.break('/v1/blobs/', { ...answered, body: 'the true signature' })
  expect(await desk.sync.centre.blob(name)).toMatchObject({ ok: true })
  await desk.close()
  await proxy.close()
})
