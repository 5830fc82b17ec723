import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CardState } from '../card/card.ts'
import type { Act } from './acts.ts'
import { AWorld, aCard, aShipment, counted, handedOver, moved, settled, undone } from './testing/an-act.ts'

const cardIds = ['k-1', 'k-2', 'k-3']
const aCardId = fc.constantFrom(...cardIds)
const shelf: readonly CardState[] = ['ready', 'damaged']

const anAct = (number: number): fc.Arbitrary<Act> => {
  const id = `act-${number}`
  const earlier = fc.nat(Math.max(0, number - 1)).map((at) => `act-${at}`)
  return fc.oneof(
    aCardId.map((cardId) => handedOver(id, cardId)),
    fc.tuple(earlier, aCardId).map(([handoverId, cardId]) => undone(id, handoverId, cardId)),
    fc
      .tuple(
        fc.constantFrom('damaged', 'misprinted', 'lost', 'found', 'wrong-data', 'returned', 'stored', 'reminded'),
        fc.uniqueArray(aCardId, { minLength: 1 }),
      )
      .map(([kind, ids]) => moved(id, kind, ...ids)),
    fc
      .dictionary(aCardId, fc.constantFrom('good', 'damaged', 'missing', 'extra'), { minKeys: 1 })
      .map((found) => counted(id, found)),
    fc.tuple(aCardId, fc.nat(number), earlier).map(([cardId, at, stands]) => settled(id, cardId, `case-${at}`, stands)),
  )
}
const someActs = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anAct(at))))

const aMorning = () => new AWorld([aCard('k-1'), aCard('k-2', { state: 'shipped' }), aCard('k-3')], aShipment(['k-2']))

/** The rows as text, in order. */
const textOf = (world: AWorld) => JSON.stringify([...world.rows.all()].sort((a, b) => (a.id < b.id ? -1 : 1)))

test('an act that comes again, at once or much later, changes nothing', () =>
  fc.assert(
    fc.property(someActs, fc.nat(), (acts, pick) => {
      const world = aMorning()
      for (const act of acts) world.apply(act)
      const before = textOf(world)
      const again = acts[pick % acts.length]
      if (again) world.apply(again)
      expect(textOf(world)).toBe(before)
    }),
  ))

test('no fact is lost: each card that it names has a line of it, and whatever contradicts is in a case', () =>
  fc.assert(
    fc.property(someActs, (acts) => {
      const world = aMorning()
      for (const act of acts) {
        const { verdict, code, caseId } = world.apply(act)
        if (act.type === 'case.settle') continue
        expect(verdict).not.toBe('refused')
        if (verdict === 'conflict') expect([code, caseId]).not.toContain(null)
        if (act.type === 'handover.record') expect(world.handover(act.payload.handoverId)).not.toBeNull()
        if (act.type === 'card.move')
          for (const { cardId } of act.payload.cards)
            expect(world.movementsOf(cardId).map(({ id }) => id)).toContain(`${act.payload.actId}:${cardId}`)
      }
    }),
  ))

test('the ledger balances: what came in less what went out is what is on the shelf', () =>
  fc.assert(
    fc.property(someActs, (acts) => {
      const world = aMorning()
      const onShelf = () => cardIds.filter((id) => shelf.includes(world.card(id)?.state ?? 'shipped')).length
      const start = onShelf()
      let given = 0
      for (const act of acts) {
        const before = onShelf()
        world.apply(act)
        // A hand-over and its settling are no movements: they say themselves what they took.
        if (act.type === 'handover.record' || act.type === 'case.settle') given += before - onShelf()
      }
      const lines = cardIds
        .flatMap(world.movementsOf)
        .filter(({ flags }) => flags.length === 0 || flags[0] === 'not-permitted')
      const into = lines.filter(({ from, to }) => !isShelf(from) && isShelf(to)).length
      const out = lines.filter(({ from, to }) => isShelf(from) && !isShelf(to)).length
      expect(onShelf()).toBe(start + into - out - given)
    }),
  ))

const isShelf = (state: CardState | null) => state !== null && shelf.includes(state)

test('two clerks count one parcel at once: their lines are put together, and nobody counts a card twice', () => {
  const world = new AWorld(
    ['k-1', 'k-2', 'k-3'].map((id) => aCard(id, { state: 'shipped' })),
    aShipment(['k-1', 'k-2', 'k-3']),
  )
  world.apply(counted('first', { 'k-1': 'good', 'k-2': 'damaged' }))
  expect(world.rows.get('shipment', 'parcel')?.state).toBe('partly-received')
  expect(world.apply(counted('second', { 'k-1': 'good', 'k-3': 'good' })).verdict).toBe('applied')
  expect(['k-1', 'k-2', 'k-3'].map((id) => world.card(id)?.state)).toEqual(['ready', 'damaged', 'ready'])
  expect(world.movementsOf('k-1')).toHaveLength(1)
  expect(world.rows.get('shipment', 'parcel')).toMatchObject({
    state: 'received',
    counts: [{ countId: 'first' }, { countId: 'second' }],
  })
})

test('a card that was missed and then found is on the shelf after all', () => {
  const world = new AWorld([aCard('k-1', { state: 'shipped' })], aShipment(['k-1']))
  world.apply(counted('first', { 'k-1': 'missing' }, true))
  expect(world.card('k-1')).toMatchObject({ state: 'shipped', missing: true })
  world.apply(counted('second', { 'k-1': 'good' }))
  expect(world.card('k-1')).toMatchObject({ state: 'ready', missing: false })
})

test('counted in good order here and damaged there is a case, and a parcel that nobody announced is one too', () => {
  const world = new AWorld([aCard('k-1', { state: 'shipped' })], aShipment(['k-1']))
  world.apply(counted('first', { 'k-1': 'good' }))
  expect(world.apply(counted('second', { 'k-1': 'damaged' }))).toMatchObject({ verdict: 'conflict' })
  expect(world.caseOf('k-1')).toMatchObject({ kind: 'flagged-movement', state: 'open' })
  expect(new AWorld([]).apply(counted('third', { 'k-9': 'good' }))).toMatchObject({ verdict: 'conflict' })
})

test('a mistaken hand-over that is undone puts the card back and stays on record', () => {
  const world = new AWorld([aCard('k-1')])
  world.apply(handedOver('h-1', 'k-1'))
  expect(world.apply(undone('u-1', 'h-1', 'k-1'))).toMatchObject({ verdict: 'applied', code: null })
  expect(world.card('k-1')).toMatchObject({ state: 'ready', handedOver: null })
  expect(world.handover('h-1')).toMatchObject({ standing: 'undone', receiptNumber: '0001/BST/h-1' })
  expect(world.apply(handedOver('h-2', 'k-1'))).toMatchObject({ verdict: 'applied', code: null })
})

test('a hand-over that was undone and comes again, when the card was given to another since, opens no case', () => {
  const world = new AWorld([aCard('k-1')])
  const mistaken = handedOver('h-1', 'k-1')
  for (const act of [mistaken, undone('u-1', 'h-1', 'k-1'), handedOver('h-2', 'k-1')]) world.apply(act)
  const before = textOf(world)
  expect(world.apply(mistaken)).toMatchObject({ verdict: 'applied', code: null, changed: [] })
  expect(textOf(world)).toBe(before)
  expect(world.caseOf('k-1')).toBeNull()
})

test('an undoing that clashed and comes again does not undo what was given since', () => {
  const world = new AWorld([aCard('k-1')])
  const early = undone('u-1', 'h-1', 'k-1')
  expect(world.apply(early)).toMatchObject({ verdict: 'conflict' })
  world.apply(handedOver('h-1', 'k-1'))
  world.apply(early)
  expect(world.handover('h-1')?.standing).toBe('stands')
})

test('a supervisor settles two hand-overs of one card once: the one that stands is named, the other is set aside', () => {
  const world = new AWorld([aCard('k-1')])
  world.apply(handedOver('h-1', 'k-1'))
  world.apply(handedOver('h-2', 'k-1'))
  const caseId = world.caseOf('k-1')?.id ?? ''
  expect(world.apply(settled('s-0', 'k-1', caseId, 'h-9'))).toMatchObject({
    verdict: 'refused',
    code: 'not-of-this-case',
  })
  expect(world.apply(settled('s-1', 'k-1', caseId, 'h-2'), { permitted: false })).toMatchObject({
    code: 'not-permitted',
  })
  expect(world.apply(settled('s-2', 'k-1', caseId, 'h-2')).verdict).toBe('applied')
  expect([world.handover('h-1')?.standing, world.handover('h-2')?.standing]).toEqual(['set-aside', 'stands'])
  expect(world.card('k-1')).toMatchObject({ caseId: null, handedOver: { handoverId: 'h-2' } })
  expect(world.apply(settled('s-3', 'k-1', caseId, 'h-1'))).toMatchObject({ verdict: 'refused', code: 'case-settled' })
})

test('what a person was not allowed to do happened all the same: it is kept, flagged, and a case', () => {
  const world = new AWorld([aCard('k-1')])
  expect(world.apply(moved('m-1', 'lost', 'k-1'), { permitted: false })).toMatchObject({
    verdict: 'applied',
    code: 'not-permitted',
  })
  expect(world.card('k-1')).toMatchObject({ state: 'lost', caseId: 'case-1' })
  expect(world.caseOf('k-1')).toMatchObject({ kind: 'flagged-movement', movementIds: ['m-1:k-1'] })
})
