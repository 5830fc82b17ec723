import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../act/acts.ts'
import { AWorld, aCard, counted, dispatched, settled } from '../act/testing/an-act.ts'
import type { CountedAs, Shipment } from './shipment.ts'

const mine = ['k-1', 'k-2', 'k-3']
const others = ['k-4', 'k-5']
const all = [...mine, ...others]

/** Siola sends two parcels to one kelurahan. */
function twoParcels(): AWorld {
  const world = new AWorld(all.map((id) => aCard(id, { state: 'sorted' })))
  world.apply(dispatched('parcel', ...mine))
  world.apply(dispatched('other', ...others))
  return world
}

/** A count of the first parcel; what came of the second one is extra in it. */
function count(id: string, found: Readonly<Record<string, CountedAs>>, complete = false): Act {
  const act = counted(id, found, complete)
  if (act.type !== 'shipment.receive') throw new Error('no count')
  const lines = act.payload.lines.map((line) =>
    others.includes(line.cardId ?? '') ? { ...line, ofShipment: 'other' } : line,
  )
  return { ...act, payload: { ...act.payload, lines } }
}

const parcel = (world: AWorld, id = 'parcel') => world.rows.get('shipment', id) as Shipment
const lines = (world: AWorld, id = 'parcel') =>
  Object.fromEntries(parcel(world, id).lines.map((line) => [line.cardId, line.counted]))

test('a parcel that leaves Siola has its list, and each of its cards is on the way with a line in the ledger', () => {
  const world = twoParcels()
  expect(parcel(world)).toMatchObject({
    scope: '3578071004',
    number: '0001/BAK/parcel',
    fromUnit: 'Siola',
    state: 'announced',
    cardIds: mine,
  })
  expect(world.card('k-1')).toMatchObject({ state: 'shipped', shipmentId: 'parcel', missing: false })
  expect(world.movementsOf('k-1')).toMatchObject([
    { kind: 'dispatched', from: 'sorted', to: 'shipped', number: '0001/BAK/parcel', shipmentId: 'parcel', flags: [] },
  ])
})

test('a card that was missing from its parcel and turns up at Siola leaves once more, without a case', () => {
  const world = twoParcels()
  world.apply(count('c-1', { 'k-1': 'missing', 'k-2': 'good', 'k-3': 'good' }, true))
  expect(world.card('k-1')).toMatchObject({ state: 'shipped', missing: true })
  expect(world.apply(dispatched('again', 'k-1'))).toMatchObject({ verdict: 'applied', code: null })
  expect(world.card('k-1')).toMatchObject({ state: 'shipped', missing: false, shipmentId: 'again' })
  expect(world.apply(dispatched('third', 'k-1'))).toMatchObject({ verdict: 'conflict', code: 'card-elsewhere' })
})

test('a card of another unit, one that left before and one on the shelf are cases, and stay as they were', () => {
  const world = new AWorld([
    aCard('k-1', { state: 'sorted' }),
    aCard('k-2', { state: 'sorted', scope: '3578101003' }),
    aCard('k-3', { state: 'shipped', shipmentId: 'earlier' }),
    aCard('k-4'),
  ])
  expect(world.apply(dispatched('parcel', 'k-1', 'k-2', 'k-3', 'k-4'))).toMatchObject({
    verdict: 'conflict',
    code: 'card-elsewhere',
  })
  expect(['k-1', 'k-2', 'k-3', 'k-4'].map((id) => world.card(id)?.state)).toEqual([
    'shipped',
    'sorted',
    'shipped',
    'ready',
  ])
  expect(world.card('k-3')?.shipmentId).toBe('earlier')
  expect(['k-1', 'k-2', 'k-3', 'k-4'].map((id) => world.caseOf(id)?.kind ?? null)).toEqual([
    null,
    'flagged-movement',
    'flagged-movement',
    'flagged-movement',
  ])
})

test('a card that came with another parcel is counted in as extra, and its own parcel learns of it', () => {
  const world = twoParcels()
  world.apply(count('c-1', { 'k-1': 'good', 'k-4': 'extra' }))
  expect(world.card('k-4')).toMatchObject({ state: 'ready', shipmentId: 'parcel' })
  expect(parcel(world, 'other')).toMatchObject({
    state: 'partly-received',
    lines: [{ cardId: 'k-4', counted: 'good', note: '0001/BAT/c-1' }],
  })
  world.apply(count('c-2', { 'k-5': 'damaged' }))
  expect([parcel(world, 'other').state, lines(world, 'other')]).toEqual([
    'received',
    { 'k-4': 'good', 'k-5': 'damaged' },
  ])
})

test('a card that its own parcel missed is found when another one brings it', () => {
  const world = twoParcels()
  const missed = counted('c-0', { 'k-4': 'missing', 'k-5': 'good' }, true)
  if (missed.type === 'shipment.receive')
    world.apply({ ...missed, payload: { ...missed.payload, shipmentId: 'other' } })
  expect(world.card('k-4')).toMatchObject({ state: 'shipped', missing: true })
  world.apply(count('c-1', { 'k-4': 'extra' }))
  expect(world.card('k-4')).toMatchObject({ state: 'ready', missing: false })
  expect(lines(world, 'other')).toEqual({ 'k-4': 'good', 'k-5': 'good' })
})

test('a card that one desk counts as damaged and another as sound is a case that says so, whoever was first', () => {
  for (const [first, second, state] of [
    ['damaged', 'good', 'damaged'],
    ['good', 'damaged', 'ready'],
  ] as const) {
    const world = twoParcels()
    world.apply(count('c-1', { 'k-1': first }))
    expect(world.apply(count('c-2', { 'k-1': second }))).toMatchObject({
      verdict: 'conflict',
      code: 'counted-differently',
    })
    expect(world.card('k-1')?.state).toBe(state)
    expect(world.movementsOf('k-1').at(-1)).toMatchObject({ from: state, to: state, flags: ['counted-differently'] })
    expect(world.caseOf('k-1')).toMatchObject({ kind: 'flagged-movement', state: 'open' })
  }
})

test('a supervisor finds either count right: the card then stands as that one says, with a line in the ledger', () => {
  for (const [first, second, rejected, accepted, kind] of [
    ['damaged', 'good', 'damaged', 'ready', 'taken-back'],
    ['good', 'damaged', 'ready', 'damaged', 'damaged'],
  ] as const)
    for (const decision of ['accepted', 'rejected'] as const) {
      const world = twoParcels()
      world.apply(count('c-1', { 'k-1': first }))
      world.apply(count('c-2', { 'k-1': second }))
      const lines = world.movementsOf('k-1').length
      const caseId = world.caseOf('k-1')?.id ?? ''
      expect(world.apply(settled('s-1', 'k-1', caseId, null, { decision }))).toMatchObject({ verdict: 'applied' })
      expect(world.card('k-1')).toMatchObject({ state: decision === 'accepted' ? accepted : rejected, caseId: null })
      const more = world.movementsOf('k-1').slice(lines)
      const line = { kind, from: rejected, to: accepted, reason: 'Sudah ditanya', flags: [] }
      expect(more).toMatchObject(decision === 'accepted' ? [line] : [])
    }
})

test('a card of another unit lies here, and is not on the shelf of its own: a case, and its own parcel learns where it is', () => {
  const away = '3578101003'
  const world = new AWorld([aCard('k-1', { state: 'sorted' }), aCard('k-4', { state: 'sorted', scope: away })])
  world.apply(dispatched('parcel', 'k-1'))
  const sent = dispatched('other', 'k-4')
  if (sent.type === 'shipment.dispatch') world.apply({ ...sent, payload: { ...sent.payload, scope: away } })
  expect(world.apply(count('c-1', { 'k-1': 'good', 'k-4': 'extra' }))).toMatchObject({
    verdict: 'conflict',
    code: 'card-elsewhere',
  })
  expect(world.card('k-4')).toMatchObject({ state: 'shipped', shipmentId: 'other' })
  expect(world.movementsOf('k-4').at(-1)).toMatchObject({ scope: away, flags: ['card-elsewhere'] })
  expect(world.caseOf('k-4')).toMatchObject({ scope: away })
  expect(parcel(world, 'other')).toMatchObject({
    state: 'announced',
    lines: [{ cardId: 'k-4', counted: 'missing', note: '0001/BAT/c-1' }],
  })
})

test('nobody misses a card that was not announced, and the parcel it belongs to hears nothing of it', () => {
  const world = twoParcels()
  world.apply(count('c-1', { 'k-4': 'missing' }))
  expect([world.card('k-4')?.missing, lines(world, 'other')]).toEqual([false, {}])
})

const someCounts = fc.array(
  fc.dictionary(fc.constantFrom(...all), fc.constantFrom<CountedAs>('good', 'damaged', 'missing'), { minKeys: 1 }),
  { maxLength: 5 },
)
/** Nobody misses a card that was not announced. */
const possible = (found: Readonly<Record<string, CountedAs>>) =>
  Object.fromEntries(
    Object.entries(found).flatMap(([id, as]) => {
      if (mine.includes(id)) return [[id, as]]
      return as === 'missing' ? [] : [[id, as === 'good' ? ('extra' as const) : as]]
    }),
  )

test('however often and by whomever a parcel is counted: each of its cards is received, damaged or missing once, and each extra card once', () =>
  fc.assert(
    fc.property(someCounts, (counts) => {
      const world = twoParcels()
      for (const [at, found] of counts.entries()) world.apply(count(`c-${at}`, possible(found)))
      const open = mine.filter((id) => !(id in lines(world)))
      world.apply(count('last', Object.fromEntries(open.map((id) => [id, 'missing'])), true))
      const ids = parcel(world).lines.map(({ cardId }) => cardId)
      expect(ids).toHaveLength(new Set(ids).size)
      expect([parcel(world).state, mine.filter((id) => !ids.includes(id))]).toEqual(['received', []])
      for (const id of all) {
        const cameIn = world.movementsOf(id).filter(({ to, flags }) => flags.length === 0 && to !== 'shipped')
        const as = lines(world)[id]
        expect([id, cameIn.length]).toEqual([id, as === undefined || as === 'missing' ? 0 : 1])
        expect([id, world.card(id)?.missing]).toEqual([id, as === 'missing'])
      }
    }),
  ))

test('desks that found the same of the same cards never contradict each other, whoever was first', () => {
  const truth: Readonly<Record<string, CountedAs>> = {
    'k-1': 'good',
    'k-2': 'damaged',
    'k-3': 'good',
    'k-4': 'extra',
    'k-5': 'damaged',
  }
  const seen = fc.array(fc.subarray(all, { minLength: 1 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(seen, (desks) => {
      const world = twoParcels()
      for (const [at, ids] of desks.entries()) {
        const found = Object.fromEntries(ids.map((id) => [id, truth[id] ?? 'good']))
        expect(world.apply(count(`c-${at}`, found))).toMatchObject({ verdict: 'applied', code: null })
      }
      expect(all.map(world.caseOf)).toEqual(all.map(() => null))
    }),
  )
})

test('a dispatch and its counts that come again change nothing', () => {
  const world = twoParcels()
  const acts = [
    count('c-1', { 'k-1': 'good', 'k-4': 'extra' }),
    count('c-2', { 'k-2': 'damaged', 'k-3': 'missing' }, true),
  ]
  for (const act of acts) world.apply(act)
  const before = JSON.stringify(world.rows.all())
  for (const act of [dispatched('parcel', ...mine), dispatched('other', ...others), ...acts]) world.apply(act)
  expect(JSON.stringify(world.rows.all())).toBe(before)
})
