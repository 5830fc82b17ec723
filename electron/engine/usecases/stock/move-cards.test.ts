import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { png } from '../../testing/a-png.ts'
import { Counter, handOverToOwner } from '../../testing/counter.ts'
import { aCard, aPerson, change } from '../../testing/rows.ts'
import { lostStatement } from '../paper/lost-statement.ts'
import { returnRecord } from '../paper/return-record.ts'

let counter: Counter
afterEach(() => counter.close())

/** The counter's clock stands at 24 November 2026. */
const longAgo = '2026-08-01T03:00:00.000Z'
const place = { rack: 'B', box: '1', number: '07' }

async function aShelf(...cards: Card[]) {
  counter = await Counter.with({ cards })
  await counter.signIn()
}

type Move = InputOf<'card.move'>
const moving = (kind: Move['kind'], ids: readonly string[], more: Partial<Move> = {}): Move => ({
  kind,
  cards: ids.map((cardId) => ({ cardId, place: kind === 'stored' ? place : null })),
  reason: 'Retak saat disimpan',
  signature: null,
  ...more,
})
const shown = async (cardId: string) => {
  const { card } = await counter.get('card.history', { cardId })
  return { state: card.state, place: card.place, centre: card.centre }
}
const ledger = async (cardId: string) =>
  (await counter.get('card.history', { cardId })).lines.map(({ what, reason, number, by }) => [
    what,
    by?.staffCode ?? null,
    reason,
    number,
  ])

test('cards put elsewhere lie there at once, wait for the centre, and the ledger says who did it', async () => {
  await aShelf(aCard('k-1'), aCard('k-2'))
  const answer = await counter.get('card.move', moving('stored', ['k-1', 'k-2'], { reason: '' }))
  expect(answer).toEqual({ actId: answer.actId, number: null, moved: 2 })
  for (const cardId of ['k-1', 'k-2']) {
    expect(await shown(cardId)).toEqual({ state: 'ready', place, centre: 'waiting' })
    expect(await ledger(cardId)).toEqual([
      ['arrived', null, null, null],
      ['stored', 'KTB-RINI', null, null],
    ])
  }
  expect(await counter.outbox()).toEqual(['k-1'])
})

test('a damaged card is no longer ready, a lost one is out of the drawer and can be found again', async () => {
  await aShelf(aCard('k-1'), aCard('k-2'))
  await counter.get('card.move', moving('damaged', ['k-1']))
  await counter.get('card.move', moving('lost', ['k-2'], { signature: png }))
  expect([(await shown('k-1')).state, (await shown('k-2')).state]).toEqual(['damaged', 'lost'])
  expect(await counter.handOver('k-1')).toMatchObject({ ok: false })
  await counter.get('card.move', moving('found', ['k-2'], { reason: 'Terselip di kotak 3' }))
  expect((await shown('k-2')).state).toBe('ready')
})

test('what is missing from the telling is asked for before anything is written', async () => {
  await aShelf(aCard('k-1'))
  const code = async (move: Move) => {
    const answer = await counter.ask('card.move', move)
    return answer.ok ? 'ok' : answer.refusal.code
  }
  expect(await code(moving('damaged', ['k-1'], { reason: '  ' }))).toBe('reason-missing')
  expect(await code(moving('lost', ['k-1']))).toBe('signature-missing')
  expect(await code(moving('stored', ['k-1'], { cards: [{ cardId: 'k-1', place: null }] }))).toBe('place-missing')
  expect(await code(moving('damaged', ['nobody']))).toBe('card-unknown')
  expect(await counter.outbox()).toEqual([])
})

test('of cards of which one may not be moved none is, and it is said which', async () => {
  await aShelf(aCard('k-1'), aCard('k-2', { ownerName: 'Slamet Riyadi' }))
  await counter.get('handover.record', handOverToOwner('k-2'))
  expect(await counter.ask('card.move', moving('damaged', ['k-1', 'k-2']))).toEqual({
    ok: false,
    refusal: { code: 'move-wrong-state', details: { ownerName: 'Slamet Riyadi', state: 'handed-over', days: null } },
  })
  expect((await shown('k-1')).state).toBe('ready')
  expect(await counter.outbox()).toEqual(['k-2'])
})

test('cards go back to the Dinas after ninety days, or damaged, with the next number of their berita acara', async () => {
  await aShelf(aCard('old', { arrivedAt: longAgo }), aCard('damaged', { state: 'damaged' }), aCard('young'))
  const asked = await counter.get('card.may-move', { kind: 'returned', cardIds: ['old', 'damaged', 'young'] })
  expect(asked.cards.map(({ card, refusal }) => [card.cardId, refusal])).toEqual([
    ['old', null],
    ['damaged', null],
    ['young', { code: 'return-too-early', days: 90 }],
  ])
  expect(await counter.ask('card.move', moving('returned', ['young']))).toMatchObject({
    refusal: { code: 'return-too-early' },
  })
  const { number } = await counter.get('card.move', moving('returned', ['old', 'damaged'], { reason: '' }))
  expect(number).toBe(asked.nextNumber)
  expect(number).toBe('0001/BAR/3578071004-02/2026')
  expect((await counter.get('card.may-move', { kind: 'returned', cardIds: ['young'] })).nextNumber).toBe(
    '0002/BAR/3578071004-02/2026',
  )
  expect((await shown('old')).state).toBe('returned')
})

test('who was reminded is in the list of the reminded, and nobody is reminded before thirty days', async () => {
  await aShelf(aCard('old', { arrivedAt: longAgo }), aCard('young'))
  await counter.get('card.move', moving('reminded', ['old'], { reason: '' }))
  expect(await counter.ask('card.move', moving('reminded', ['young']))).toMatchObject({
    refusal: { code: 'reminder-too-early' },
  })
  const asked = { filter: 'reminded', search: '', sort: 'age', descending: true, offset: 0, limit: 10 } as const
  const { rows, counts } = await counter.get('card.list', asked)
  expect([rows.map(({ cardId }) => cardId), counts.reminded]).toEqual([['old'], 1])
})

test('the same confirmation twice is one act', async () => {
  await aShelf(aCard('k-1'))
  const once = await counter.get('card.move', moving('damaged', ['k-1']), 'request-1')
  expect(await counter.get('card.move', moving('damaged', ['k-1']), 'request-1')).toEqual(once)
  expect(await counter.outbox()).toHaveLength(1)
})

test('five hundred cards are moved in one act, and other questions are answered meanwhile', async () => {
  const ids = Array.from({ length: 500 }, (_, n) => `k-${n}`)
  await aShelf(...ids.map((id) => aCard(id)))
  let done = false
  const moved = counter.get('card.move', moving('damaged', ids)).finally(() => {
    done = true
  })
  await counter.get('card.search', { text: 'dewi', limit: 1 })
  expect(done).toBe(false)
  expect(await moved).toMatchObject({ moved: 500 })
  expect((await shown('k-499')).state).toBe('damaged')
  expect(await counter.outbox()).toHaveLength(1)
})

test('a card that another desk handed over meanwhile: the fact is kept, and its history tells both', async () => {
  await aShelf(aCard('k-1'))
  await counter.get('card.move', moving('damaged', ['k-1']))
  const handedOver = {
    handoverId: 'h-9',
    receiptNumber: '0009/BST/3578071004-01/2026',
    at: '2026-11-24T01:00:00.000Z',
    collectorName: 'Dewi Lestari Handayani',
    collectorKind: 'self',
    staffName: 'Petugas fauzi',
    staffCode: 'KTB-FAUZI',
    deviceCode: '01',
  } as const
  await counter.pull([change('card', { ...aCard('k-1'), state: 'handed-over', handedOver, acts: ['h-9'] }, 2)])
  expect(await shown('k-1')).toMatchObject({ state: 'handed-over', centre: 'will-clash' })
  expect(await counter.outbox()).toHaveLength(1)
})

test('the history of a card leads to its papers: the record of a return, the statement about its last loss', async () => {
  await aShelf(aCard('k-1', { arrivedAt: longAgo }), aCard('k-2'))
  const { actId } = await counter.get('card.move', moving('returned', ['k-1'], { reason: '' }))
  for (const kind of ['lost', 'found', 'lost'] as const) {
    await counter.get('card.move', moving(kind, ['k-2'], { signature: png }))
    counter.clock.pass(1)
  }
  const papers = async (cardId: string) =>
    (await counter.get('card.history', { cardId })).lines.map(({ what, paper }) => [what, paper])
  expect(await papers('k-1')).toEqual([
    ['arrived', null],
    ['returned', { kind: 'return-record', id: actId }],
  ])
  expect(await papers('k-2')).toEqual([
    ['arrived', null],
    ['lost', null],
    ['found', null],
    ['lost', { kind: 'lost-statement', id: 'k-2' }],
  ])
})

test('a card recorded as damaged by mistake is taken back with a word: by who did it within half an hour, later by a supervisor', async () => {
  await aShelf(aCard('k-1'))
  const back = (more: Partial<Move> = {}) =>
    counter.ask('card.move', moving('taken-back', ['k-1'], { reason: 'Salah tekan', ...more }))
  expect(await back()).toMatchObject({ ok: false, refusal: { code: 'move-wrong-state' } })
  await counter.get('card.move', moving('damaged', ['k-1']))
  expect(await back({ reason: ' ' })).toMatchObject({ ok: false, refusal: { code: 'reason-missing' } })
  counter.clock.pass(31)
  expect(await back()).toMatchObject({ ok: false, refusal: { code: 'undo-needs-supervisor' } })
  expect((await counter.get('card.may-move', { kind: 'taken-back', cardIds: ['k-1'] })).cards).toMatchObject([
    { refusal: { code: 'undo-needs-supervisor', days: null } },
  ])
  await counter.signIn('hendra')
  expect(await back()).toMatchObject({ ok: true })
  expect((await shown('k-1')).state).toBe('ready')
  expect((await ledger('k-1')).at(-1)).toEqual(['taken-back', 'KTB-HENDRA', 'Salah tekan', null])
})

test('places are proposed beside each other, and where somebody lies already is said', async () => {
  await aShelf(
    aCard('k-1', { place: null }),
    aCard('k-2', { place: null }),
    aCard('k-3', { ownerName: 'Slamet Riyadi', place: { rack: 'A', box: '1', number: '02' } }),
  )
  const propose = (start: typeof place | null) => counter.get('card.propose-places', { cardIds: ['k-1', 'k-2'], start })
  expect((await propose(null)).places.map((one) => one.place.number)).toEqual(['01', '03'])
  const chosen = { rack: 'A', box: '1', number: '02' }
  expect(await propose(chosen)).toEqual({
    places: [
      { cardId: 'k-1', place: chosen },
      { cardId: 'k-2', place: { ...chosen, number: '03' } },
    ],
    taken: [{ place: chosen, ownerName: 'Slamet Riyadi' }],
  })
})

test('the berita acara of a return lists each card as it was in the drawer, and the statement of a loss tells what happened', async () => {
  await aShelf(
    aCard('old', { arrivedAt: longAgo, ownerName: 'Sri Wahyuni' }),
    aCard('torn', { ownerName: 'Budi Hartono' }),
    aCard('wrong', { ownerName: 'Lina Marlina' }),
    aCard('lost', { ownerName: 'Slamet Riyadi' }),
  )
  await counter.get('card.move', moving('damaged', ['torn'], { reason: 'Retak di sudut' }))
  await counter.get('card.move', moving('wrong-data', ['wrong'], { reason: 'Tanggal lahir salah' }))
  const returned = await counter.get('card.move', moving('returned', ['old', 'torn', 'wrong'], { reason: '' }))
  await counter.get('card.move', moving('lost', ['lost'], { reason: 'Tidak ada saat stok opname', signature: png }))
  const { staff } = await counter.get('session.current', {})
  const asker = { staff: aPerson(staff.staffId), now: counter.clock.now() }
  const record = await counter.deps.reading((db) =>
    returnRecord(db, { kind: 'return-record', id: returned.actId }, asker),
  )
  expect(record).toMatchObject({ ok: true, value: { number: returned.number, first: { name: 'Petugas rini' } } })
  const rows = record.ok ? record.value.rows : []
  expect(rows.map(({ ownerName, condition, note }) => [ownerName, condition, note]).sort()).toEqual([
    ['Budi Hartono', 'damaged', 'Retak di sudut'],
    ['Lina Marlina', 'wrong-data', 'Tanggal lahir salah'],
    ['Sri Wahyuni', 'uncollected', ''],
  ])
  expect(await counter.deps.reading((db) => returnRecord(db, { kind: 'return-record', id: 'nothing' }, asker))).toEqual(
    {
      ok: false,
      refusal: { code: 'paper-unknown' },
    },
  )
  const statement = await counter.deps.reading((db) => lostStatement(db, { kind: 'lost-statement', id: 'lost' }, asker))
  expect(statement).toMatchObject({ ok: true, value: { account: 'Tidak ada saat stok opname' } })
})
