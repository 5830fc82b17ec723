import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter } from '../../testing/counter.ts'
import { aCard, aPerson } from '../../testing/rows.ts'

let counter: Counter
beforeEach(async () => {
  const staff = [aPerson('rini'), aPerson('hendra', { roles: ['counter', 'supervisor'] })]
  counter = await Counter.with({ cards: ['k-1', 'k-2', 'k-3'].map((id) => aCard(id)), staff })
  await counter.signIn()
})
afterEach(() => counter.close())

const hidden = { papers: ['kitir', 'data-read'], identity: { seen: false, reason: 'Wajah diperban' } } as const
const given = async (cardId: string, more: object = {}) => {
  const answer = await counter.handOver(cardId, more)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value.handoverId
}
const list = () => counter.get('handover.to-review', {})

test('what was set aside at the counter waits for a supervisor with its reason; what was not marked does not', async () => {
  const handoverId = await given('k-1', hidden)
  await given('k-2')
  expect(await counter.ask('handover.to-review', {})).toMatchObject({ refusal: { code: 'not-permitted' } })
  await counter.signIn('hendra')
  expect(await list()).toMatchObject({
    total: 1,
    rows: [{ handoverId, flags: ['identity-not-seen'], reasons: ['Wajah diperban'], unchecked: [], own: false }],
  })
})

test('the review is off the list at once, goes to the centre and into the audit chain; the same press twice is one', async () => {
  const handoverId = await given('k-1', hidden)
  await counter.signIn('hendra')
  const requestId = 'b5c4f9a6-0000-7000-8000-0000000000c1'
  const first = await counter.get('handover.review', { handoverId, note: 'Sudah ditanyakan' }, requestId)
  expect(await counter.get('handover.review', { handoverId, note: 'Sudah ditanyakan' }, requestId)).toEqual(first)
  expect(await list()).toEqual({ total: 0, rows: [] })
  const [command] = await counter.store.read.selectFrom('command').selectAll().orderBy('position', 'desc').execute()
  expect(JSON.parse(command?.payload ?? '')).toMatchObject({ handoverId, cardId: 'k-1', staffId: 'hendra' })
  const entry = await counter.store.read
    .selectFrom('audit_entry')
    .selectAll()
    // That the list was looked at is an entry, too.
    .where('entry', 'like', '%"review"%')
    .executeTakeFirst()
  expect(entry?.entry).toContain(command?.hash)
  expect(entry?.entry).toContain('"review"')
  expect(await counter.ask('handover.review', { handoverId, note: '' })).toMatchObject({
    refusal: { code: 'already-reviewed' },
  })
})

test('who gave the card sees it on the list and cannot review it; what came back over the counter needs no review', async () => {
  await counter.signIn('hendra')
  const handoverId = await given('k-1', hidden)
  expect((await list()).rows).toMatchObject([{ handoverId, own: true }])
  expect(await counter.ask('handover.review', { handoverId, note: '' })).toMatchObject({
    refusal: { code: 'own-hand-over' },
  })
  await counter.get('handover.undo', { handoverId, reason: 'Salah orang', place: null, supervisor: null })
  expect((await list()).total).toBe(0)
})
