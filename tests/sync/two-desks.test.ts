import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aCard, City, cardId, cardRow } from './city.ts'
import { Desk } from './desk.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const deskAt = async (scope: string) => Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))

test('a card handed over at one desk is handed over at the other after both have synced', async () => {
  const scope = await city.office()
  const [first, second] = [await deskAt(scope), await deskAt(scope)]
  const fact = await first.handOver(cardId(scope, 1))
  expect(await first.card(cardId(scope, 1))).toMatchObject({ state: 'handed-over', centre: 'waiting' })
  expect(await first.round()).toMatchObject({ ok: true, value: { sent: 1 } })
  await second.round()
  const recorded = { state: 'handed-over', receipt: fact.receiptNumber, centre: 'recorded' }
  expect(await first.card(cardId(scope, 1))).toEqual(recorded)
  expect(await second.card(cardId(scope, 1))).toEqual(recorded)
  expect(await first.rows()).toEqual(await city.rows(scope))
  expect(await second.rows()).toEqual(await city.rows(scope))
  expect(first.errors).toEqual([])
  await Promise.all([first.close(), second.close()])
})

test('two hand-overs of one card become a conflict that both desks see, and each keeps its receipt', async () => {
  const scope = await city.office()
  const [first, second] = [await deskAt(scope), await deskAt(scope)]
  const card = cardId(scope, 1)
  await first.sync.control.setConnection(false)
  await second.sync.control.setConnection(false)
  const [earlier, later] = [await first.handOver(card), await second.handOver(card)]
  await second.sync.control.setConnection(true)
  await second.round()
  await first.sync.control.setConnection(true)
  await first.round()
  await second.round()
  const details = { firstReceipt: later.receiptNumber, secondReceipt: earlier.receiptNumber }
  const conflict = { kind: 'conflict', code: 'already-handed-over', cardId: card, next: 'open-case', details }
  for (const desk of [first, second]) {
    const overview = await desk.overview()
    expect(overview.exceptions).toMatchObject([conflict])
    expect(overview.queue).toEqual([])
    expect(await desk.card(card)).toEqual({ state: 'handed-over', receipt: later.receiptNumber, centre: 'case' })
    expect(await desk.rows()).toEqual(await city.rows(scope))
  }
  expect((await first.overview()).verdictsToday).toMatchObject({ conflict: 1, applied: 0 })
  expect((await second.overview()).verdictsToday).toMatchObject({ conflict: 0, applied: 1 })
  await Promise.all([first.close(), second.close()])
})

test('a hand-over by somebody who might not stays a fact and becomes a case, on both desks', async () => {
  const scope = await city.office()
  const [first, second] = [await deskAt(scope), await deskAt(scope)]
  const card = cardId(scope, 1)
  const fact = await first.handOver(card, undefined, 'nobody-of-this-office')
  expect(await first.card(card)).toMatchObject({ state: 'handed-over', centre: 'waiting' })
  for (const desk of [first, second]) {
    await desk.round()
    expect(await desk.card(card)).toEqual({ state: 'handed-over', receipt: fact.receiptNumber, centre: 'case' })
    expect(await desk.handover(fact.handoverId)).toMatchObject({ standing: 'stands' })
    expect((await desk.overview()).exceptions).toMatchObject([
      { kind: 'attention', code: 'flagged-hand-over', cardId: card, next: 'open-case' },
    ])
  }
  await Promise.all([first.close(), second.close()])
})

test('a case about a movement is called what it is, not a hand-over', async () => {
  const scope = await city.office()
  const desk = await deskAt(scope)
  const card = cardId(scope, 1)
  const about = { cardId: card, handoverIds: [], state: 'open', openedAt: '2026-11-24T02:00:00.000Z', acts: [] }
  const id = `looked-at-${scope}`
  await city.write([{ scope, entity: 'case', id, row: { id, scope, kind: 'flagged-movement', ...about } }])
  await desk.round()
  expect((await desk.overview()).exceptions).toMatchObject([
    { kind: 'attention', code: 'flagged-movement', cardId: card, handoverId: null, next: 'open-case' },
  ])
  await desk.close()
})

test('a hand-over undone at one desk: the card is ready at both, the hand-over stays on record with its number', async () => {
  const scope = await city.office()
  const [first, second] = [await deskAt(scope), await deskAt(scope)]
  const card = cardId(scope, 1)
  const mistaken = await first.handOver(card)
  await first.round()
  await second.round()
  await first.undo(mistaken)
  expect(await first.card(card)).toEqual({ state: 'ready', receipt: null, centre: 'waiting' })
  const undone = { standing: 'undone', receipt: mistaken.receiptNumber }
  expect(await first.handover(mistaken.handoverId)).toEqual({ ...undone, centre: 'waiting' })
  await first.restart()
  expect(await first.card(card)).toMatchObject({ state: 'ready', centre: 'waiting' })
  for (const desk of [first, second]) {
    await desk.round()
    expect(await desk.card(card)).toEqual({ state: 'ready', receipt: null, centre: 'recorded' })
    expect(await desk.handover(mistaken.handoverId)).toEqual({ ...undone, centre: 'recorded' })
    expect(await desk.rows()).toEqual(await city.rows(scope))
  }
  const right = await first.handOver(card)
  expect(right.receiptNumber).not.toBe(mistaken.receiptNumber)
  await first.round()
  await second.round()
  const givenAgain = { state: 'handed-over', receipt: right.receiptNumber, centre: 'recorded' }
  for (const desk of [first, second]) {
    expect(await desk.card(card)).toEqual(givenAgain)
    expect(await desk.handover(mistaken.handoverId)).toEqual({ ...undone, centre: 'recorded' })
    expect((await desk.overview()).exceptions).toEqual([])
  }
  expect([...first.errors, ...second.errors]).toEqual([])
  await Promise.all([first.close(), second.close()])
})

test('given, taken back and given again without a network, then sent in one go: the centre and the other desk agree', async () => {
  const scope = await city.office()
  const [first, second] = [await deskAt(scope), await deskAt(scope)]
  const card = cardId(scope, 2)
  await first.undo(await first.handOver(card))
  const right = await first.handOver(card)
  expect(await first.card(card)).toEqual({ state: 'handed-over', receipt: right.receiptNumber, centre: 'waiting' })
  await first.round()
  await second.round()
  for (const desk of [first, second]) {
    expect(await desk.card(card)).toEqual({ state: 'handed-over', receipt: right.receiptNumber, centre: 'recorded' })
    expect(await desk.rows()).toEqual(await city.rows(scope))
  }
  await Promise.all([first.close(), second.close()])
})

test('two desks undo one hand-over: the card is ready, the second undoing is a case, and nothing of it is gone', async () => {
  const scope = await city.office()
  const [first, second] = [await deskAt(scope), await deskAt(scope)]
  const card = cardId(scope, 3)
  const mistaken = await first.handOver(card)
  await first.round()
  await second.round()
  for (const desk of [first, second]) {
    await desk.sync.control.setConnection(false)
    await desk.undo(mistaken)
  }
  for (const desk of [first, second, first]) {
    await desk.sync.control.setConnection(true)
    await desk.round()
  }
  for (const desk of [first, second]) {
    expect(await desk.card(card)).toEqual({ state: 'ready', receipt: null, centre: 'case' })
    expect(await desk.handover(mistaken.handoverId)).toMatchObject({ standing: 'undone' })
    expect(await desk.rows()).toEqual(await city.rows(scope))
  }
  await Promise.all([first.close(), second.close()])
})

test('a poke makes the other desk pull without being asked', async () => {
  const scope = await city.office()
  const [first, second] = [await deskAt(scope), await deskAt(scope)]
  await first.handOver(cardId(scope, 2))
  await first.round()
  await expect.poll(() => second.card(cardId(scope, 2)), { timeout: 10_000 }).toMatchObject({ state: 'handed-over' })
  await Promise.all([first.close(), second.close()])
})

test('a row changed at the centre arrives, and one that moved to another office is gone', async () => {
  const [scope, other] = [await city.office(), await city.office(0)]
  const desk = await deskAt(scope)
  await city.write([
    cardRow({ ...aCard(scope, 1), ownerName: 'Nama Baru' }),
    { ...cardRow({ ...aCard(scope, 2), scope: other }) },
  ])
  await desk.round()
  expect(await desk.rows()).toEqual(await city.rows(scope))
  expect(await desk.card(cardId(scope, 2))).toBeNull()
  await desk.close()
})

test('the centre gets the signatures, the audit chain and the sealed database key', async () => {
  const scope = await city.office()
  const desk = await deskAt(scope)
  const small = await desk.handOver(cardId(scope, 1), Buffer.alloc(15_000, 1))
  const large = await desk.handOver(cardId(scope, 2), Buffer.alloc(700_000, 2))
  expect((await desk.overview()).blobs).toEqual({ waiting: 2, bytes: 715_000, sent: 0 })
  await desk.round()
  const { db } = city.server.centre
  const blobs = await db.selectFrom('blobs').select(['sha256', 'complete']).where('scope', '=', scope).execute()
  expect(blobs.map(({ sha256 }) => sha256).sort()).toEqual([small.signature, large.signature].sort())
  expect(blobs.every(({ complete }) => complete)).toBe(true)
  expect(await db.selectFrom('audit').select('seq').where('home_scope', '=', scope).execute()).toHaveLength(2)
  const device = await db.selectFrom('devices').selectAll().where('home_scope', '=', scope).executeTakeFirstOrThrow()
  expect(Buffer.from(device.sealed_database_key ?? '', 'base64url')).toHaveLength(32 + 32 + 16)
  expect(await desk.overview()).toMatchObject({ blobs: { waiting: 0, bytes: 0 }, chainLength: 2, chainIntact: true })
  await desk.close()
})
