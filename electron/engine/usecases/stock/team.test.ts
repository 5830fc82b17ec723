import { afterEach, beforeEach, expect, test } from 'vitest'
import { png } from '../../testing/a-png.ts'
import { Counter, handOverToOwner } from '../../testing/counter.ts'
import { aCard } from '../../testing/rows.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({ cards: [aCard('k-1'), aCard('k-2')] })
  await counter.signIn()
})
afterEach(() => counter.close())

const carryOut = (...ids: string[]) => ({
  kind: 'carried-out' as const,
  cards: ids.map((cardId) => ({ cardId, place: null })),
  reason: '',
  signature: png,
  carrier: 'Joko Susilo',
})
const out = async () => {
  const list = { search: '', sort: 'age' as const, descending: true, offset: 0, limit: 50 }
  const { rows, counts } = await counter.get('card.list', { ...list, filter: 'with-team' })
  return { names: rows.map(({ cardId, carriedBy }) => [cardId, carriedBy?.name]), count: counts['with-team'] }
}
const onSite = {
  collector: {
    kind: 'mobile-team' as const,
    memberId: null,
    name: 'Dewi Lestari Handayani',
    nik: '3578015204900003',
    relation: 'Pemilik',
    proxyLetter: null,
  },
  papers: ['kitir', 'team-letter', 'collector-ktp', 'data-read'],
}

test('a team takes cards only when one of it is named and signs; then the list says who has what', async () => {
  expect(await counter.ask('card.move', { ...carryOut('k-1'), signature: null })).toMatchObject({
    refusal: { code: 'signature-missing' },
  })
  expect(await counter.ask('card.move', { ...carryOut('k-1'), carrier: '' })).toMatchObject({
    refusal: { code: 'input-invalid', details: { field: 'carrier' } },
  })
  expect(await counter.get('card.move', carryOut('k-1', 'k-2'))).toMatchObject({ moved: 2 })
  expect(await out()).toEqual({
    names: [
      ['k-1', 'Joko Susilo'],
      ['k-2', 'Joko Susilo'],
    ],
    count: 2,
  })
})

test('on site the team is a collector of the table; for a card in the drawer it is none', async () => {
  expect(await counter.handOver('k-2', onSite)).toMatchObject({ refusal: { code: 'collector-not-allowed' } })
  await counter.get('card.move', carryOut('k-1'))
  expect((await counter.get('card.get', { cardId: 'k-1' })).collectors).toContain('mobile-team')
  expect((await counter.get('card.get', { cardId: 'k-2' })).collectors).not.toContain('mobile-team')
  expect(await counter.handOver('k-1', onSite)).toMatchObject({ ok: true, value: { card: { state: 'handed-over' } } })
  expect((await out()).count).toBe(0)
})

test('the owner may sign on site, too, and what nobody collected comes back', async () => {
  await counter.get('card.move', carryOut('k-1', 'k-2'))
  await counter.get('handover.record', handOverToOwner('k-1'))
  const back = { kind: 'carried-back' as const, cards: [{ cardId: 'k-2', place: null }], reason: '', signature: null }
  await counter.get('card.move', back)
  expect((await counter.get('card.get', { cardId: 'k-2' })).card).toMatchObject({
    state: 'ready',
    place: { rack: 'A' },
  })
  expect(await counter.ask('card.move', back)).toMatchObject({ refusal: { code: 'move-wrong-state' } })
})
