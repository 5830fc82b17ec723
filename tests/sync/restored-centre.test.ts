import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { foldChanges } from '../../server/sync/fold-changes.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const deskAt = async (scope: string) => Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))

const ok = { ok: true }

/** What every desk did is at the centre, once, with one verdict each; all have the same rows. */
async function expectAgreed(desks: readonly Desk[]): Promise<void> {
  const [scope = ''] = desks.map((desk) => desk.scope)
  const ids: string[] = []
  for (const desk of desks) {
    const { ids: own, waiting } = await desk.commands()
    expect(waiting).toBe(0)
    expect(await desk.rows()).toEqual(await city.rows(scope))
    expect(desk.errors).toEqual([])
    expect(await desk.overview()).toMatchObject({ chainIntact: true })
    ids.push(...own)
  }
  expect((await city.commands(scope)).sort()).toEqual([...ids].sort())
  expect(await city.verdicts(scope)).toEqual([...ids].sort())
}

const auditOf = async (scope: string) => {
  const found = await city.server.centre.db
    .selectFrom('audit')
    .select(['device_id', 'generation', 'seq', 'hash'])
    .where('home_scope', '=', scope)
    .orderBy('device_id')
    .orderBy('generation')
    .orderBy('seq')
    .execute()
  return found
}

test('a centre put back to this morning gets commands, audit and signatures again from the devices that go on', async () => {
  const scope = await city.office(8)
  const [one, two] = [await deskAt(scope), await deskAt(scope)]
  await one.handOver(cardId(scope, 1))
  expect(await one.round()).toMatchObject(ok)
  await city.backUp()
  const signature = Buffer.from('a signature that the centre loses')
  const { signature: hash } = await one.handOver(cardId(scope, 2), signature)
  await two.handOver(cardId(scope, 3))
  for (const desk of [one, two, one]) expect(await desk.round()).toMatchObject(ok)
  const audit = await auditOf(scope)
  await city.restore()
  await one.handOver(cardId(scope, 4))
  for (const desk of [one, two, one, two]) {
    await desk.restart()
    expect(await desk.round()).toMatchObject(ok)
  }
  await expectAgreed([one, two])
  expect((await auditOf(scope)).map(({ hash }) => hash)).toEqual(expect.arrayContaining(audit.map(({ hash }) => hash)))
  const blob = await city.server.centre.db
    .selectFrom('blobs')
    .select('complete')
    .where('sha256', '=', hash)
    .executeTakeFirst()
  expect(blob).toEqual({ complete: true })
  for (const desk of [one, two]) await desk.close()
})

test('a desk that comes back only after others wrote over its place in the changes notices it by the mark of its cursor', async () => {
  const scope = await city.office(12)
  const [early, late] = [await deskAt(scope), await deskAt(scope)]
  await city.backUp()
  await early.handOver(cardId(scope, 1))
  await early.round()
  expect(await late.round()).toMatchObject(ok)
  expect(await late.card(cardId(scope, 1))).toMatchObject({ state: 'handed-over' })
  // It hears no poke meanwhile: by numbers alone it would learn nothing afterwards.
  await late.sync.control.setConnection(false)
  await city.restore()
  // The first desk never comes again: what it did is gone, and the late desk must not go on believing it.
  const other = await deskAt(scope)
  for (const number of [2, 3, 4, 5]) await other.handOver(cardId(scope, number))
  expect(await other.round()).toMatchObject(ok)
  await late.sync.control.setConnection(true)
  expect(await late.round()).toMatchObject(ok)
  expect(await late.rows()).toEqual(await city.rows(scope))
  expect(await late.card(cardId(scope, 1))).toMatchObject({ state: 'ready' })
  // And when it comes after all, its act is told to everybody.
  await early.restart()
  for (const desk of [early, late, other]) expect(await desk.round()).toMatchObject(ok)
  await expectAgreed([early, late, other])
  expect(await late.card(cardId(scope, 1))).toMatchObject({ state: 'handed-over' })
  for (const desk of [early, late, other]) await desk.close()
})

test('a desk that comes back only after its place in the changes was folded away believes the copy, though nobody said that the centre was put back', async () => {
  const scope = await city.office(6)
  const [early, late] = [await deskAt(scope), await deskAt(scope)]
  await city.backUp()
  await early.handOver(cardId(scope, 1))
  for (const desk of [early, late]) expect(await desk.round()).toMatchObject(ok)
  await late.sync.control.setConnection(false)
  await city.restore()
  const other = await deskAt(scope)
  for (const number of [2, 3, 4, 5]) await other.handOver(cardId(scope, number))
  expect(await other.round()).toMatchObject(ok)
  const { db } = city.server.centre
  await foldChanges(db, new Date(Date.now() + 40 * 86_400_000))
  await late.sync.control.setConnection(true)
  expect(await late.round()).toMatchObject(ok)
  expect(await late.rows()).toEqual(await city.rows(scope))
  expect(await late.card(cardId(scope, 1))).toMatchObject({ state: 'ready' })
  for (const desk of [early, late, other]) await desk.close()
})

test('a disk from before the centre judged anew learns the new verdict, though it lacks nothing', async () => {
  const scope = await city.office(4)
  const [first, second] = [await deskAt(scope), await deskAt(scope)]
  await city.backUp()
  await first.handOver(cardId(scope, 1))
  await first.round()
  const backup = first.backUp()
  await city.restore()
  await second.handOver(cardId(scope, 1))
  expect(await second.round()).toMatchObject(ok)
  await first.restart()
  for (const desk of [first, second, first]) expect(await desk.round()).toMatchObject(ok)
  await first.restore(backup)
  for (let round = 1; round <= 2; round++) expect(await first.round()).toMatchObject(ok)
  await expectAgreed([first, second])
  const { exceptions } = await first.overview()
  expect(exceptions.map(({ code }) => code).sort()).toEqual(['already-handed-over', 'verdict-changed'])
  for (const desk of [first, second]) await desk.close()
})

test('a centre that judges otherwise than before its restore corrects the screens openly', async () => {
  const scope = await city.office(4)
  const [first, second] = [await deskAt(scope), await deskAt(scope)]
  await city.backUp()
  await first.handOver(cardId(scope, 1))
  await first.round()
  await city.restore()
  await second.handOver(cardId(scope, 1))
  expect(await second.round()).toMatchObject(ok)
  await first.restart()
  for (const desk of [first, second, first]) expect(await desk.round()).toMatchObject(ok)
  await expectAgreed([first, second])
  const { exceptions } = await first.overview()
  expect(exceptions.map(({ code }) => code).sort()).toEqual(['already-handed-over', 'verdict-changed'])
  expect(exceptions.find(({ code }) => code === 'verdict-changed')).toMatchObject({
    kind: 'attention',
    details: { now: 'conflict' },
    next: 'understood',
  })
  for (const desk of [first, second]) await desk.close()
})

test('a generation that the centre forgot is asked for again, and all of its commands are there again', async () => {
  const scope = await city.office(8)
  const desk = await deskAt(scope)
  const backup = desk.backUp()
  await city.backUp()
  await desk.handOver(cardId(scope, 1))
  await desk.round()
  await desk.restore(backup)
  await desk.handOver(cardId(scope, 2))
  expect(await desk.round()).toMatchObject(ok)
  await city.restore()
  await desk.handOver(cardId(scope, 3))
  await desk.restart()
  for (let round = 1; round <= 2; round++) expect(await desk.round()).toMatchObject(ok)
  expect((await desk.sync.deviceIn(desk.store.read).current())?.generation).toBe(2)
  await expectAgreed([desk])
  expect((await desk.commands()).ids).toHaveLength(3)
  await desk.close()
})

test('acts of an earlier life that come back only with a newer backup of the centre come home, too', async () => {
  const scope = await city.office(8)
  const desk = await deskAt(scope)
  const backup = desk.backUp()
  await desk.handOver(cardId(scope, 1))
  await desk.round()
  await city.backUp('early')
  await desk.handOver(cardId(scope, 2))
  await desk.round()
  await city.backUp('late')
  await city.restore('early')
  await desk.restore(backup)
  await desk.handOver(cardId(scope, 3))
  expect(await desk.round()).toMatchObject(ok)
  expect((await desk.commands()).ids).toHaveLength(2)
  await city.restore('late')
  await desk.restart()
  for (let round = 1; round <= 2; round++) expect(await desk.round()).toMatchObject(ok)
  expect((await desk.commands()).ids).toHaveLength(3)
  await expectAgreed([desk])
  await desk.close()
})

test('a file that came after the backup to an act from before it is missed and sent again, though nothing else tells of it', async () => {
  const scope = await city.office(4)
  const desk = await deskAt(scope)
  const signature = Buffer.from('a signature that comes late')
  const { signature: hash } = await desk.handOver(cardId(scope, 1), signature)
  await desk.round()
  const whole = () =>
    city.server.centre.db
      .selectFrom('blobs')
      .select(['sha256', 'complete'])
      .where('scope', '=', scope)
      .where('sha256', '=', hash)
      .execute()
  expect(await whole()).toHaveLength(1)
  // As if the backup had been taken between the act and its signature.
  const { db } = city.server.centre
  await db.deleteFrom('blob_parts').where('scope', '=', scope).where('sha256', '=', hash).execute()
  await db.deleteFrom('blobs').where('scope', '=', scope).where('sha256', '=', hash).execute()
  await db
    .updateTable('devices')
    .set({ last_blob: null, sealed_database_key: null })
    .where('home_scope', '=', scope)
    .execute()
  await desk.restart()
  expect(await desk.round()).toMatchObject(ok)
  expect(await whole()).toEqual([{ sha256: hash, complete: true }])
  const [kept] = await db.selectFrom('devices').select('sealed_database_key').where('home_scope', '=', scope).execute()
  expect(kept?.sealed_database_key).not.toBeNull()
  await desk.close()
})
