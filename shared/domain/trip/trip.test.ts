import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../act/acts.ts'
import { AWorld, aCard, handedOver, moved, undone } from '../act/testing/an-act.ts'
import { isInDrawer } from '../ledger/drawer-balance.ts'
import { changed, closed, type Done, left, opened, planned, started } from './testing/trip-acts.ts'
import type { Trip } from './trip.ts'
import { tallyCards, tallyPeople } from './trip-tally.ts'
import type { Visit } from './visit.ts'
import { visitNow } from './visit-now.ts'

const rowsOf = <T>(world: AWorld, name: string): readonly T[] =>
  world.rows.all().flatMap(({ entity, row }) => (entity === name ? [row as T] : []))
const tripOf = (world: AWorld) => world.rows.get('trip', 't-1')
const visitOf = (world: AWorld, id: string) => world.rows.get('visit', id) as Visit
const after = (...acts: readonly Act[]) => {
  const world = new AWorld([])
  for (const act of acts) world.apply(act)
  return world
}
const A = (minute: number): Done => ({ laptop: '01', minute })
const B = (minute: number): Done => ({ laptop: '02', minute })

test('a trip is planned, goes out, and is closed when every laptop that went out has counted its day', () => {
  const states: (Trip['state'] | undefined)[] = []
  const world = new AWorld([])
  for (const act of [
    planned('pl-1', A(0)),
    started('st-a', A(1)),
    started('st-b', B(1)),
    closed('cl-a', A(300)),
    closed('cl-b', B(301)),
  ]) {
    world.apply(act)
    states.push(tripOf(world)?.state)
  }
  expect(states).toEqual(['planned', 'under-way', 'under-way', 'under-way', 'closed'])
})

test('the plan made last counts, whichever came first; a laptop whose start comes before the plan loses nothing', () => {
  const world = after(started('st-b', B(5)), planned('pl-2', B(3), { vehicle: 'Kedua' }), planned('pl-1', A(2)))
  expect(tripOf(world)).toMatchObject({ state: 'under-way', plan: { planId: 'pl-2', plan: { vehicle: 'Kedua' } } })
})

test('somebody is called, served and leaves; who went away and comes back is here again', () => {
  const world = after(
    opened('v-1', A(1)),
    changed('c-1', 'v-1', A(2), { step: 'called' }),
    left('l-1', 'v-1', A(3), 'gone'),
  )
  expect(visitNow(visitOf(world, 'v-1'))).toMatchObject({ state: 'left', outcome: 'gone' })
  world.apply(
    changed('c-2', 'v-1', A(9), { step: 'serving', set: { recording: { status: 'BIO_CAPTURED', reason: '' } } }),
  )
  const now = visitNow(visitOf(world, 'v-1'))
  expect(now).toMatchObject({ state: 'serving', outcome: null, recording: { status: 'BIO_CAPTURED' } })
  expect([now.calledAt, now.servedAt, now.leftAt]).toEqual([
    '2026-11-24T01:02:00.000Z',
    '2026-11-24T01:09:00.000Z',
    null,
  ])
})

test('a note after somebody left brings nobody back, and what was noted by mistake is struck', () => {
  const item = { id: 'i-1', kind: 'application', ref: 'KNG-1', text: '' } as const
  const world = after(opened('v-1', A(1)), changed('c-1', 'v-1', A(2), { add: [item] }), left('l-1', 'v-1', A(3)))
  world.apply(changed('c-2', 'v-1', A(4), { set: { note: 'Titip salam' }, strike: ['i-1'] }))
  expect(visitNow(visitOf(world, 'v-1'))).toMatchObject({
    state: 'left',
    outcome: 'served',
    note: 'Titip salam',
    items: [],
  })
})

test('what follows a number that nobody knows is kept at the centre for a person to look at, and makes no visit', () => {
  const world = new AWorld([])
  expect(world.apply(left('l-1', 'v-9', A(1)))).toMatchObject({
    verdict: 'conflict',
    code: 'visit-unknown',
    changed: [],
  })
})

/** What a laptop does all day, in its own order; each knows its own numbers. */
const aDay = (laptop: Done['laptop']) =>
  fc
    .array(fc.tuple(fc.constantFrom('open', 'call', 'serve', 'note', 'served', 'gone', 'postponed'), fc.nat(9)), {
      maxLength: 25,
    })
    .map((steps) => {
      const acts: Act[] = [started(`st-${laptop}`, { laptop, minute: 0 })]
      const mine: string[] = []
      for (const [at, [what, pick]] of steps.entries()) {
        const done = { laptop, minute: at + 1 }
        const id = `${laptop}-${at}`
        const who = mine[pick % Math.max(1, mine.length)]
        if (what === 'open') acts.push(opened(`v-${id}`, done)) && mine.push(`v-${id}`)
        else if (who) acts.push(stepOf(what, who, id, done))
      }
      return [...acts, closed(`cl-${laptop}`, { laptop, minute: 400 })]
    })

function stepOf(what: string, who: string, id: string, done: Done): Act {
  if (what === 'call' || what === 'serve')
    return changed(`c-${id}`, who, done, { step: what === 'call' ? 'called' : 'serving' })
  if (what !== 'note') return left(`l-${id}`, who, done, what as 'served' | 'gone' | 'postponed')
  const add = [{ id: `i-${id}`, kind: 'assistance', ref: '', text: 'IKD' }] as const
  return changed(`c-${id}`, who, done, { set: { note: id }, add })
}

/** Two days laid into each other as the flags say, each in its own order. */
function woven(a: readonly Act[], b: readonly Act[], flags: readonly boolean[]): readonly Act[] {
  const [left, right, out] = [[...a], [...b], [] as Act[]]
  for (let at = 0; left.length + right.length > 0; at += 1) {
    const from = right.length === 0 || (left.length > 0 && (flags[at % flags.length] ?? true)) ? left : right
    out.push(...from.splice(0, 1))
  }
  return out
}

/** Rows without the list of acts, which tells in which order they came. */
const standing = (world: AWorld) =>
  JSON.stringify([...world.rows.all()].map(({ row }) => ({ ...row, acts: [] })).sort((a, b) => (a.id < b.id ? -1 : 1)))

const flags = fc.array(fc.boolean(), { minLength: 1, maxLength: 60 })

test('however the days of two laptops are laid into each other, and whatever comes twice, the trip and everybody in it stand the same', () =>
  fc.assert(
    fc.property(aDay('01'), aDay('02'), flags, flags, (a, b, one, other) => {
      const plan = planned('pl-1', A(0))
      const first = after(plan, ...woven(a, b, one))
      const second = after(plan, ...woven(a, b, other))
      for (const act of woven(b, a, one)) second.apply(act)
      expect(standing(second)).toBe(standing(first))
      expect(tripOf(first)?.state).toBe('closed')
    }),
  ))

test('the queue balances after every act: who took a number was served, went away, is to be visited again, or is here', () =>
  fc.assert(
    fc.property(aDay('01'), aDay('02'), flags, (a, b, how) => {
      const world = new AWorld([])
      let numbers = 0
      for (const act of woven(a, b, how)) {
        world.apply(act)
        if (act.type === 'visit.open') numbers += 1
        const { opened, served, gone, postponed, here } = tallyPeople(rowsOf<Visit>(world, 'visit').map(visitNow))
        expect([opened, served + gone + postponed + here]).toEqual([numbers, numbers])
      }
    }),
  ))

const cardIds = ['k-1', 'k-2', 'k-3', 'k-4']
const cardSteps = fc.array(
  fc.tuple(fc.constantFrom('out', 'give', 'undo', 'back', 'lost', 'found', 'damaged'), fc.constantFrom(...cardIds)),
  { maxLength: 40 },
)

test('cards balance: those carried out are handed over, back, lost or with the team, and what is with the team is what no drawer has', () =>
  fc.assert(
    fc.property(cardSteps, (steps) => {
      const world = new AWorld(cardIds.map((id) => aCard(id)))
      const out = new Set<string>()
      for (const [at, [what, cardId]] of steps.entries()) {
        const act = cardAct(what, cardId, `m-${at}`, world)
        if (act) world.apply(act)
        if (what === 'out') out.add(cardId)
        const cards = [...out].map((id) => world.card(id)?.state ?? 'ready')
        const tally = tallyCards(cards)
        expect(tally.out).toBe(tally.handedOver + tally.back + tally.lost + tally.withTeam)
        expect(tally.back).toBe(cards.filter(isInDrawer).length)
      }
    }),
  ))

function cardAct(what: string, cardId: string, id: string, world: AWorld): Act | null {
  if (what === 'give') return handedOver(id, cardId)
  if (what === 'undo') {
    const given = world.card(cardId)?.handedOver
    return given ? undone(id, given.handoverId, cardId) : null
  }
  const kinds = { out: 'carried-out', back: 'carried-back', lost: 'lost', found: 'found', damaged: 'damaged' } as const
  return moved(id, kinds[what as keyof typeof kinds], cardId)
}
