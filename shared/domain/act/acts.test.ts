import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case, CaseDecision, Handover } from '../handover/handover.ts'
import { isOut } from '../handover/undo.ts'
import { drawerBalance, isInDrawer } from '../ledger/drawer-balance.ts'
import type { Movement } from '../movement/movement.ts'
import type { Act } from './acts.ts'
import type { Outcome } from './rule.ts'
import { AWorld, aCard, aShipment, counted, handedOver, moved, noted, settled, undone } from './testing/an-act.ts'
import { actOf, type Step, someSteps } from './testing/live-acts.ts'

const readyIds = ['k-1', 'k-3', 'k-5', 'k-6', 'k-7', 'k-8']
const cardIds = [...readyIds, 'k-2', 'k-4']

const aMorning = () =>
  new AWorld(
    [...readyIds.map((id) => aCard(id)), aCard('k-2', { state: 'shipped' }), aCard('k-4', { state: 'sorted' })],
    aShipment(['k-2']),
  )

interface Done {
  readonly step: Step
  readonly act: Act
  readonly outcome: Outcome
}

/** A morning of these steps, one after the other; `see` looks at the world after each. */
function lived(steps: readonly Step[], see: (world: AWorld, done: Done) => void = () => {}) {
  const world = aMorning()
  const done: Done[] = []
  for (const [number, step] of steps.entries()) {
    const act = actOf(step, world, `act-${number}`)
    if (act === null) continue
    const one = { step, act, outcome: world.apply(act, { permitted: step.permitted }) }
    done.push(one)
    see(world, one)
  }
  return { world, done }
}

const rowsOf = <T>(world: AWorld, name: string): readonly T[] =>
  world.rows.all().flatMap(({ entity, row }) => (entity === name ? [row as T] : []))

/** The rows as text, in order. */
const textOf = (world: AWorld) => JSON.stringify([...world.rows.all()].sort((a, b) => (a.id < b.id ? -1 : 1)))

test('an act that comes again, at once or much later, changes nothing', () =>
  fc.assert(
    fc.property(someSteps, fc.nat(), (steps, pick) => {
      const { world, done } = lived(steps)
      // A refused intention left nothing; its repeat gets the stored answer and is not applied anew.
      const kept = done.filter(({ outcome }) => outcome.verdict !== 'refused')
      const before = textOf(world)
      const again = kept[pick % Math.max(1, kept.length)]
      if (again) world.apply(again.act, { permitted: again.step.permitted })
      expect(textOf(world)).toBe(before)
    }),
    { numRuns: 300 },
  ))

test('no fact is lost: each card that it names has a line of it, and whatever contradicts is in a case', () =>
  fc.assert(
    fc.property(someSteps, (steps) => {
      lived(steps, (world, { act, outcome: { verdict, code, caseId } }) => {
        if (act.type === 'case.settle') return
        expect(verdict).not.toBe('refused')
        if (verdict === 'conflict') expect([code, caseId]).not.toContain(null)
        if (act.type === 'handover.record') expect(world.handover(act.payload.handoverId)).not.toBeNull()
        if (act.type === 'application.file')
          expect(world.rows.get('filing', act.payload.applicationId)?.kitirNumber).toBe(act.payload.kitir.number)
        if (act.type === 'card.move')
          for (const { cardId } of act.payload.cards)
            expect(world.movementsOf(cardId).map(({ id }) => id)).toContain(`${act.payload.actId}:${cardId}`)
      })
    }),
  ))

/** Every figure of the ledger, held against the drawer. */
function balances(world: AWorld, start: number) {
  const inDrawer = cardIds.filter((id) => isInDrawer(world.card(id)?.state ?? null)).length
  const balance = drawerBalance(rowsOf<Movement>(world, 'movement'), rowsOf<Handover>(world, 'handover'))
  const { received, cameBack, handedOver, returned, lost, carriedOut } = balance
  expect(inDrawer).toBe(start + received + cameBack - handedOver - returned - lost - carriedOut)
  expect(balance.change).toBe(inDrawer - start)
}

/** A card that was given is with the citizen who has it by a hand-over that stands: one, unless a case is about it or a decision found two cards. */
function givenRightly(world: AWorld, cardId: string) {
  const card = world.card(cardId)
  const given = world.rows.about('handover', cardId)
  const standing = given.filter((one) => one.standing === 'stands').map(({ id }) => id)
  const files: readonly Case[] = world.rows.about('case', cardId)
  if (standing.length > 0) {
    expect(card?.state).toBe('handed-over')
    expect(standing).toContain(card?.handedOver?.handoverId)
  }
  const open = files.filter(({ state }) => state === 'open')
  const decided = (file: Case) =>
    file.settled?.decision === 'both-happened' && standing.every((id) => file.handoverIds.includes(id))
  const double = open.some(({ kind }) => kind === 'double-hand-over')
  if (standing.length > 1) expect([cardId, double || files.some(decided)]).toEqual([cardId, true])
  // Nor is any card in a dead end: what no citizen has rightly can come back.
  const stuck = card?.state === 'handed-over' && open.length === 0 && !given.some((one) => isOut(one, card))
  expect([cardId, stuck]).toEqual([cardId, false])
}

/** How often each thing was done and went well; a decision by its own name. */
function tally(counts: Map<string, number>, { step, act, outcome }: Done) {
  if (outcome.verdict !== 'applied' || !(outcome.code === null || outcome.code === 'not-permitted')) return
  const decision: CaseDecision | null = act.type === 'case.settle' ? act.payload.decision : null
  const name = step.permitted ? (decision ?? step.what) : 'not-permitted'
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

test('the ledger balances: what is in the drawer is what was there, more what came in, less what was handed over, returned and lost', () => {
  const counts = new Map<string, number>()
  fc.assert(
    fc.property(someSteps, (steps) => {
      const start = readyIds.length
      lived(steps, (world, done) => {
        tally(counts, done)
        balances(world, start)
        for (const id of cardIds) givenRightly(world, id)
      })
    }),
    { numRuns: 1_500 },
  )
  // The walk reached every state: each of these went well often enough to mean something.
  const reached = Object.fromEntries([...counts].map(([name, count]) => [name, count >= 25]))
  expect(reached).toEqual(Object.fromEntries(everything.map((name) => [name, true])))
})

const everything = [
  ...['hand-over', 'withdraw', 'undo', 'note', 'count', 'dispatch', 'old-cards', 'not-permitted'],
  ...['one-stands', 'both-happened', 'accepted', 'rejected'],
  ...['stored', 'damaged', 'misprinted', 'lost', 'found', 'wrong-data', 'taken-back', 'reminded', 'returned'],
  ...['carried-out', 'carried-back'],
  ...['file', 'repair', 'take-back', 'reissue'],
]

/** Settles the case that is about k-1 now, by a supervisor who saw all of it. */
function settleIt(world: AWorld, settleId: string, decision: CaseDecision, stands: string | null = null) {
  const file = world.rows.about('case', 'k-1').find(({ state }) => state === 'open')
  const told = { decision, handoversSeen: file?.handoverIds ?? [] }
  return world.apply(settled(settleId, 'k-1', file?.id ?? '', stands, told))
}

test('the ledger balances also where the first of two hand-overs was undone and the second is found to stand', () => {
  const world = new AWorld([aCard('k-1')])
  for (const act of [handedOver('h-1', 'k-1'), handedOver('h-2', 'k-1'), undone('u-1', 'h-1', 'k-1')]) world.apply(act)
  expect(settleIt(world, 's-1', 'one-stands', 'h-2').verdict).toBe('applied')
  expect(world.card('k-1')?.state).toBe('handed-over')
  expect(world.handover('h-2')).toMatchObject({ standing: 'stands', from: null })
  expect(world.movementsOf('k-1')).toMatchObject([
    { kind: 'undone' },
    { id: 's-1:k-1', kind: 'settled-given', from: 'ready', to: 'handed-over', reason: 'Sudah ditanya' },
  ])
  const given = [world.handover('h-1'), world.handover('h-2')].flatMap((h) => h ?? [])
  expect(drawerBalance(world.movementsOf('k-1'), given)).toEqual({
    received: 0,
    cameBack: 1,
    handedOver: 2,
    returned: 0,
    lost: 0,
    carriedOut: 0,
    change: -1,
  })
})

test('of two cards that were both given one comes back: the other is still given, the ledger balances, and a supervisor is told of the copy too many', () => {
  const world = new AWorld([aCard('k-1')])
  world.apply(handedOver('h-1', 'k-1'))
  world.apply(handedOver('h-2', 'k-1'))
  settleIt(world, 's-1', 'both-happened')
  const outcome = world.apply(undone('u-1', 'h-2', 'k-1'))
  expect(outcome).toMatchObject({ verdict: 'applied', code: 'second-copy', caseId: world.card('k-1')?.caseId })
  expect(world.handover('h-2')?.standing).toBe('undone')
  expect(world.card('k-1')).toMatchObject({ state: 'handed-over', handedOver: { handoverId: 'h-1' } })
  expect(world.apply(handedOver('h-3', 'k-1'))).toMatchObject({ verdict: 'conflict', code: 'already-handed-over' })
  expect(settleIt(world, 's-2', 'one-stands', 'h-1').verdict).toBe('applied')
  balances(world, 1)
  givenRightly(world, 'k-1')
})

test('the copy that the shelf remembers comes back: it remembers the other one, which comes back at last to lie ready', () => {
  const world = new AWorld([aCard('k-1')])
  world.apply(handedOver('h-1', 'k-1'))
  world.apply(handedOver('h-2', 'k-1'))
  settleIt(world, 's-1', 'both-happened')
  world.apply(undone('u-1', 'h-1', 'k-1'))
  expect(world.card('k-1')).toMatchObject({ state: 'handed-over', handedOver: { handoverId: 'h-2' } })
  expect(settleIt(world, 's-2', 'accepted').verdict).toBe('applied')
  expect(world.apply(undone('u-2', 'h-2', 'k-1'))).toMatchObject({ verdict: 'applied', code: null })
  expect(world.card('k-1')).toMatchObject({ state: 'ready', handedOver: null, caseId: null })
  balances(world, 1)
})

test('while it is open which of two hand-overs stands, a third one belongs to it, also when the card came back meanwhile', () => {
  const world = new AWorld([aCard('k-1')])
  for (const act of [handedOver('h-1', 'k-1'), handedOver('h-2', 'k-1'), undone('u-1', 'h-1', 'k-1')]) world.apply(act)
  const file = world.caseOf('k-1')
  expect(world.apply(handedOver('h-3', 'k-1'))).toMatchObject({ verdict: 'conflict', caseId: file?.id })
  expect(world.caseOf('k-1')?.handoverIds).toEqual(['h-1', 'h-2', 'h-3'])
  const early = settled('s-1', 'k-1', file?.id ?? '', 'h-2', { handoversSeen: ['h-1', 'h-2'] })
  expect(world.apply(early)).toMatchObject({ verdict: 'refused', code: 'case-grown' })
  expect(settleIt(world, 's-2', 'one-stands', 'h-3').verdict).toBe('applied')
  expect(['h-1', 'h-2', 'h-3'].map((id) => world.handover(id)?.standing)).toEqual(['undone', 'set-aside', 'stands'])
  balances(world, 1)
})

test('nobody decides about a hand-over of his own', () => {
  const world = new AWorld([aCard('k-1')])
  world.apply(handedOver('h-1', 'k-1', { staffId: 'hendra' }))
  world.apply(handedOver('h-2', 'k-1'))
  expect(settleIt(world, 's-1', 'one-stands', 'h-1')).toMatchObject({ verdict: 'refused', code: 'own-act' })
  expect(world.caseOf('k-1')?.state).toBe('open')
})

test('a hand-over that was found not to stand is undone when the card comes back, and the card may be given again', () => {
  const world = new AWorld([aCard('k-1')])
  world.apply(handedOver('h-1', 'k-1'), { permitted: false })
  settleIt(world, 's-1', 'rejected')
  expect(world.handover('h-1')?.standing).toBe('set-aside')
  expect(world.apply(undone('u-1', 'h-1', 'k-1'))).toMatchObject({ verdict: 'applied', code: null })
  expect(world.handover('h-1')?.standing).toBe('undone')
  expect(world.card('k-1')).toMatchObject({ state: 'ready', handedOver: null })
  expect(world.apply(handedOver('h-2', 'k-1'))).toMatchObject({ verdict: 'applied', code: null })
})

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

/** Two desks gave out the card k-1; the case about it. */
function givenTwice() {
  const world = new AWorld([aCard('k-1')])
  world.apply(handedOver('h-1', 'k-1'))
  world.apply(handedOver('h-2', 'k-1'))
  return { world, caseId: world.caseOf('k-1')?.id ?? '' }
}

test('where both happened there are two cards: both hand-overs stand, and the double print is reported in the ledger', () => {
  const { world, caseId } = givenTwice()
  const decision = 'both-happened' as const
  expect(world.apply(settled('s-1', 'k-1', caseId, null, { decision })).verdict).toBe('applied')
  expect([world.handover('h-1')?.standing, world.handover('h-2')?.standing]).toEqual(['stands', 'stands'])
  expect(world.card('k-1')).toMatchObject({ state: 'handed-over', caseId: null, handedOver: { handoverId: 'h-1' } })
  expect(world.movementsOf('k-1')).toMatchObject([
    { id: 's-1:k-1', kind: 'double-print', from: 'handed-over', to: 'handed-over', reason: 'Sudah ditanya' },
  ])
  expect(world.caseOf('k-1')).toMatchObject({ state: 'settled', settled: { decision, standsHandoverId: null } })
})

test('a case that has grown since the supervisor saw it, and a decision that fits another kind of case, are refused', () => {
  const { world, caseId } = givenTwice()
  const refused = (code: string) => ({ changed: [], verdict: 'refused', code, caseId: null })
  const settle = (id: string, more: Parameters<typeof settled>[4]) =>
    world.apply(settled(id, 'k-1', caseId, more?.standsHandoverId ?? null, more))
  expect(settle('s-1', { standsHandoverId: 'h-1', handoversSeen: ['h-1'] })).toEqual(refused('case-grown'))
  expect(settle('s-2', { decision: 'accepted' })).toEqual(refused('decision-unfit'))
  expect(settle('s-3', { decision: 'one-stands' })).toEqual(refused('decision-unfit'))
  expect(settle('s-4', { decision: 'both-happened', standsHandoverId: 'h-1' })).toEqual(refused('decision-unfit'))
  expect(world.caseOf('k-1')?.state).toBe('open')
})

test('one hand-over that should not have been: accepted it stands, rejected it is set aside, and the card is not on the shelf', () => {
  for (const [decision, standing] of [
    ['accepted', 'stands'],
    ['rejected', 'set-aside'],
  ] as const) {
    const world = new AWorld([aCard('k-1')])
    world.apply(handedOver('h-1', 'k-1'), { permitted: false })
    const file = world.caseOf('k-1')
    expect(file).toMatchObject({ kind: 'flagged-hand-over', handoverIds: ['h-1'] })
    expect(world.apply(settled('s-1', 'k-1', file?.id ?? '', null, { decision })).verdict).toBe('applied')
    expect(world.handover('h-1')?.standing).toBe(standing)
    expect(world.card('k-1')).toMatchObject({ state: 'handed-over', caseId: null })
  }
})

test('what the clerks are asked and say is kept with the case, before and after it is settled', () => {
  const { world, caseId } = givenTwice()
  world.apply(noted('n-1', 'k-1', caseId, 'asked'))
  expect(world.caseOf('k-1')?.state).toBe('open')
  world.apply(settled('s-1', 'k-1', caseId, 'h-1'))
  expect(world.apply(noted('n-2', 'k-1', caseId))).toMatchObject({ verdict: 'applied', code: null })
  expect(world.caseOf('k-1')).toMatchObject({
    state: 'settled',
    notes: [
      { noteId: 'n-1', kind: 'asked' },
      { noteId: 'n-2', kind: 'statement', text: 'Saya yang menyerahkan', staffName: 'Rini' },
    ],
  })
})

test('a note about a case that nobody knows is no less a fact: it opens the case', () => {
  const world = new AWorld([aCard('k-1')])
  expect(world.apply(noted('n-1', 'k-1', 'case-9'))).toMatchObject({ verdict: 'conflict', code: 'case-unknown' })
  expect(world.caseOf('k-1')).toMatchObject({ id: 'case-9', state: 'open', notes: [{ noteId: 'n-1' }] })
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

test('of many cards one that cannot have moved so makes a conflict of the act, though others are merely flagged', () => {
  const world = new AWorld([aCard('k-1'), aCard('k-2', { state: 'handed-over' })])
  expect(world.apply(moved('m-1', 'damaged', 'k-1', 'k-2'), { permitted: false })).toMatchObject({
    verdict: 'conflict',
    code: 'card-elsewhere',
  })
})
