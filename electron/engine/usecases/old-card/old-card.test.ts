import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { Case } from '#shared/domain/handover/handover.ts'
import { Counter, handOverToOwner } from '../../testing/counter.ts'
import { aCard, change } from '../../testing/rows.ts'
import { oldCardRecord } from '../paper/old-card-record.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({ cards: [aCard('k-1'), aCard('k-2'), aCard('k-3', { issueReason: 'new' })] })
  await counter.signIn()
})
afterEach(() => counter.close())

const witnesses: InputOf<'old-card.move'>['witnesses'] = [
  { name: 'Agus Salim', position: 'Sekretaris Kelurahan' },
  { name: 'Siti Aminah', position: '' },
]
const destroy = (...oldCardIds: string[]): InputOf<'old-card.move'> => ({
  kind: 'destroyed',
  oldCardIds,
  place: 'Kelurahan Ketabang',
  method: 'digunting',
  witnesses,
  receiver: null,
})

async function given(cardId: string): Promise<string> {
  const oldCard = cardId === 'k-3' ? ({ kind: 'none' } as const) : ({ kind: 'withdrawn', drawer: 'L1' } as const)
  return (await counter.get('handover.record', { ...handOverToOwner(cardId), oldCard })).handoverId
}
const drawer = () => counter.get('old-card.list', { limit: 100 })

test('a hand-over puts the old card into the drawer at once, a first card puts none', async () => {
  const handoverId = await given('k-1')
  await given('k-3')
  counter.clock.pass(3 * 24 * 60)
  await counter.signIn()
  expect((await drawer()).held).toMatchObject([
    { oldCardId: handoverId, drawer: 'L1', ageDays: 3, state: 'held', centre: 'waiting', cardKind: 'ktp-el' },
  ])
})

test('the drawer is emptied with one numbered berita acara; the same press twice is one', async () => {
  const ids = [await given('k-1'), await given('k-2')]
  const requestId = 'b5c4f9a6-0000-7000-8000-00000000000a'
  const first = await counter.get('old-card.move', destroy(...ids), requestId)
  expect(await counter.get('old-card.move', destroy(...ids), requestId)).toEqual(first)
  expect(first).toMatchObject({ number: '0001/BAM/3578071004-02/2026', cards: 2 })
  expect(await drawer()).toMatchObject({
    held: [],
    counts: { held: 0, destroyed: 2, returned: 0, 'given-back': 0 },
    records: [{ actId: first.actId, number: first.number, kind: 'destroyed', cards: 2, centre: 'waiting' }],
  })
})

test('what is no longer in the drawer is not destroyed again, and nothing beside it either', async () => {
  const [one, two] = [await given('k-1'), await given('k-2')]
  await counter.get('old-card.move', destroy(one))
  expect(await counter.ask('old-card.move', destroy(one, two))).toMatchObject({
    refusal: { code: 'old-card-gone', details: { count: 1 } },
  })
  expect((await drawer()).counts).toEqual({ held: 1, destroyed: 1, returned: 0, 'given-back': 0 })
})

test('an undone hand-over gives the old card back out of the drawer', async () => {
  const handoverId = await given('k-1')
  await counter.get('handover.undo', { handoverId, reason: 'Salah orang', place: null, supervisor: null })
  expect(await drawer()).toMatchObject({ held: [], counts: { 'given-back': 1 } })
})

test('its berita acara names every card, the witnesses and the number', async () => {
  const { actId, number } = await counter.get('old-card.move', destroy(await given('k-1'), await given('k-2')))
  const staff = (await counter.deps.reading((db) => db.directory.staff('rini'))) ?? undefined
  if (!staff) throw new Error('nobody')
  const asked = { kind: 'old-card-record', id: actId } as const
  const paper = await counter.deps.reading((db) => oldCardRecord(db, asked, { staff, now: counter.deps.clock.now() }))
  expect(paper).toMatchObject({
    ok: true,
    value: {
      outcome: 'destroyed',
      number,
      method: 'digunting',
      witnesses: [
        { name: 'Agus Salim', position: 'Sekretaris Kelurahan' },
        { name: 'Siti Aminah', position: null },
      ],
      rows: [{ ownerName: 'Dewi Lestari Handayani', receiptNumber: '0001/BST/3578071004-02/2026' }, {}],
    },
  })
  expect(await counter.ask('paper.save', { paper: asked })).toMatchObject({ ok: true })
})

test('a berita acara that another desk was faster than keeps its paper, and is shown beside the other one in the case', async () => {
  const handoverId = await given('k-1')
  const { actId, number } = await counter.get('old-card.move', destroy(handoverId))
  const seen = await counter.deps.reading(({ things }) => things.find('old-card', handoverId))
  if (!seen?.row.closing) throw new Error('not closed')
  const { acts: _, ...row } = seen.row
  const other = { ...seen.row.closing, actId: 'act-9', number: '0009/BAM/3578071004-01/2026', method: 'dibakar' }
  const own = { ...seen.row.closing, kind: 'destroyed' as const }
  const file: Case = {
    ...{ id: 'case-1', scope: row.scope, kind: 'flagged-movement', cardId: 'k-1', handoverIds: [] },
    ...{ oldCardIds: [handoverId], state: 'open', openedAt: other.at, acts: [actId] },
  }
  await counter.pull([
    change('old-card', { ...row, closing: other, otherClosings: [own], acts: ['act-9', actId] }, 5),
    change('case', file, 5),
  ])
  const { records } = await drawer()
  expect(records.map((one) => [one.number, one.centre])).toEqual(
    expect.arrayContaining([
      [other.number, expect.not.stringMatching('case')],
      [number, 'case'],
    ]),
  )
  const paper = { kind: 'old-card-record', id: actId } as const
  expect(await counter.ask('paper.save', { paper })).toMatchObject({ ok: true })
  expect((await counter.get('case.get', { caseId: 'case-1' })).oldCards).toMatchObject([
    { number: other.number, stands: true, method: 'dibakar', witnesses: ['Agus Salim', 'Siti Aminah'] },
    { number, stands: false, method: 'digunting' },
  ])
})
