import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../act/acts.ts'
import { AWorld, aCard, handedOver, oldCardsMoved, undone, withdrew } from '../act/testing/an-act.ts'
import type { OldCardState } from './old-card.ts'

const oldCard = (world: AWorld, id: string) => world.rows.get('old-card', id)

test('an old card that is withdrawn is held, with the drawer and the receipt; where none was withdrawn there is no line', () => {
  const world = new AWorld([aCard('k-1'), aCard('k-2')])
  world.apply(withdrew('h-1', 'k-1'))
  world.apply(handedOver('h-2', 'k-2'))
  expect(oldCard(world, 'h-1')).toMatchObject({
    id: 'h-1',
    cardId: 'k-1',
    ownerName: 'Dewi Lestari',
    receiptNumber: '0001/BST/h-1',
    drawer: 'L1',
    state: 'held',
    closing: null,
  })
  expect(oldCard(world, 'h-2')).toBeNull()
})

test('a berita acara empties the drawer: each card bears its number and witnesses', () => {
  const world = new AWorld([aCard('k-1'), aCard('k-2')])
  for (const n of [1, 2]) world.apply(withdrew(`h-${n}`, `k-${n}`))
  expect(world.apply(oldCardsMoved('m-1', 'destroyed', ['h-1', 'k-1'], ['h-2', 'k-2']))).toMatchObject({
    verdict: 'applied',
    code: null,
  })
  for (const id of ['h-1', 'h-2'])
    expect(oldCard(world, id)).toMatchObject({
      state: 'destroyed',
      closing: { number: '0001/BAM/m-1', method: 'dipotong', staffCode: 'KTB-R07' },
    })
})

test('an undone hand-over gives the old card back, unless it is destroyed already', () => {
  const world = new AWorld([aCard('k-1'), aCard('k-2')])
  world.apply(withdrew('h-1', 'k-1'))
  world.apply(undone('u-1', 'h-1', 'k-1'))
  expect(oldCard(world, 'h-1')?.state).toBe('given-back')
  world.apply(withdrew('h-2', 'k-2'))
  world.apply(oldCardsMoved('m-1', 'destroyed', ['h-2', 'k-2']))
  world.apply(undone('u-2', 'h-2', 'k-2'))
  expect([oldCard(world, 'h-2')?.state, world.card('k-2')?.state]).toEqual(['destroyed', 'ready'])
})

test('two berita acara about one old card: the first stands, and every further one is kept whole and part of a case', () => {
  const world = new AWorld([aCard('k-1')])
  world.apply(withdrew('h-1', 'k-1'))
  world.apply(oldCardsMoved('m-1', 'destroyed', ['h-1', 'k-1']))
  const { verdict, code, caseId } = world.apply(oldCardsMoved('m-2', 'destroyed', ['h-1', 'k-1']))
  expect([verdict, code, world.caseOf('k-1')?.id]).toEqual(['conflict', 'old-card-gone', caseId])
  expect(world.apply(oldCardsMoved('m-3', 'returned', ['h-1', 'k-1']))).toMatchObject({ verdict: 'conflict', caseId })
  expect(world.caseOf('k-1')?.oldCardIds).toEqual(['h-1'])
  expect(oldCard(world, 'h-1')).toMatchObject({
    state: 'destroyed',
    closing: { actId: 'm-1' },
    otherClosings: [
      { actId: 'm-2', kind: 'destroyed', number: '0001/BAM/m-2', method: 'dipotong' },
      { actId: 'm-3', kind: 'returned', number: '0001/BAM/m-3', method: null },
    ],
  })
  expect(world.apply(oldCardsMoved('m-2', 'destroyed', ['h-1', 'k-1'])).changed).toEqual([])
})

test('a drawer emptied by somebody who might not is empty, and a case of each citizen', () => {
  const world = new AWorld([aCard('k-1'), aCard('k-2')])
  for (const n of [1, 2]) world.apply(withdrew(`h-${n}`, `k-${n}`))
  const told = world.apply(oldCardsMoved('m-1', 'destroyed', ['h-1', 'k-1'], ['h-2', 'k-2']), { permitted: false })
  expect(told).toMatchObject({ verdict: 'applied', code: 'not-permitted', caseId: world.caseOf('k-1')?.id })
  expect(['h-1', 'h-2'].map((id) => oldCard(world, id)?.state)).toEqual(['destroyed', 'destroyed'])
  expect(['k-1', 'k-2'].map((id) => world.caseOf(id)?.oldCardIds)).toEqual([['h-1'], ['h-2']])
})

const cardIds = ['k-1', 'k-2']
const anAct = (n: number): fc.Arbitrary<Act> => {
  const cardId = fc.constantFrom(...cardIds)
  const earlier = fc.nat(n).map((at) => `h-${at}`)
  return fc.oneof(
    cardId.map((id) => withdrew(`h-${n}`, id)),
    fc.tuple(earlier, cardId).map(([handoverId, id]) => undone(`u-${n}`, handoverId, id)),
    fc
      .tuple(fc.constantFrom('destroyed', 'returned'), earlier, cardId)
      .map(([kind, handoverId, id]) => oldCardsMoved(`m-${n}`, kind, [handoverId, id])),
  )
}
const someActs = fc
  .integer({ min: 1, max: 14 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anAct(n))))

test('every withdrawn card is held, destroyed, returned or given back: exactly one, and a gone one never comes back', () =>
  fc.assert(
    fc.property(someActs, (acts) => {
      const world = new AWorld(cardIds.map((id) => aCard(id)))
      const gone = new Map<string, OldCardState>()
      for (const act of acts) {
        world.apply(act)
        for (const [id, state] of gone) expect(oldCard(world, id)?.state).toBe(state)
        for (const { entity, id } of world.rows.all()) {
          const row = entity === 'old-card' ? oldCard(world, id) : null
          if (row && row.state !== 'held') gone.set(id, row.state)
          if (row) expect(row.closing !== null).toBe(row.state === 'destroyed' || row.state === 'returned')
        }
      }
      const withdrawn = acts.filter(({ type }) => type === 'handover.record')
      const lines = world.rows.all().filter(({ entity }) => entity === 'old-card')
      expect(lines).toHaveLength(withdrawn.length)
    }),
  ))
