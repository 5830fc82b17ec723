import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../act/acts.ts'
import { AWorld } from '../act/testing/an-act.ts'
import type { Claim } from './claim.ts'
import { claimCaseIdOf, claimIdOf } from './claim-rules.ts'
import { type ClaimIntention, decideClaim } from './decide-claim.ts'
import { aClaimAct, applicationId, type Wish } from './testing/claim-acts.ts'

const claimIn = (world: AWorld): Claim | null => world.rows.get('claim', claimIdOf(applicationId))
const caseIn = (world: AWorld) => world.rows.get('claim-case', claimCaseIdOf(applicationId))
const whole: readonly [Wish, string][] = [
  ['take', 'clerk'],
  ['check', 'checker'],
  ['approve', 'head'],
  ['order', 'head'],
  ['pay', 'clerk'],
]
const worldAfter = (...done: readonly (readonly [Wish, string])[]) => {
  const world = new AWorld([])
  done.forEach(([wish, staffId], at) => {
    world.apply(aClaimAct(wish, `${wish}-${at}`, staffId))
  })
  return world
}

test('taken, checked, approved, ordered and paid: one row in the end, and nobody must look at it', () => {
  const world = worldAfter(...whole)
  expect(claimIn(world)).toMatchObject({
    id: 'claim:a-1',
    scope: '3578071004',
    state: 'paid',
    amount: 50_000,
    cause: 'print-queue',
    paymentId: 'pay-4',
    flags: [],
    caseId: null,
    acts: ['take-0', 'check-1', 'approve-2', 'order-3', 'pay-4'],
  })
  expect(caseIn(world)).toBeNull()
})

test('a supervisor who took the claim is refused its approval, and nothing changes', () => {
  const world = worldAfter(['take', 'head'], ['check', 'checker'])
  const before = claimIn(world)
  expect(world.apply(aClaimAct('approve', 'own', 'head'))).toEqual({
    changed: [],
    verdict: 'refused',
    code: 'own-claim',
    caseId: null,
  })
  expect(claimIn(world)).toEqual(before)
})

test('the centre refuses what it does not find eligible itself, what is decided already, and who may not decide', () => {
  const world = worldAfter(...whole.slice(0, 2))
  const approve = (more = {}) => world.apply(aClaimAct('approve', 'approve', 'head'), more).code
  expect(approve({ flags: ['not-eligible'] })).toBe('not-eligible')
  expect(approve({ permitted: false })).toBe('not-permitted')
  expect(approve()).toBeNull()
  expect(world.apply(aClaimAct('reject', 'reject', 'other'))).toMatchObject({
    verdict: 'refused',
    code: 'already-decided',
  })
})

test('two desks that take and pay the same claim meet in one row: the second payment is a case with both', () => {
  const world = worldAfter(...whole)
  expect(world.apply(aClaimAct('take', 'taken-there', 'other', '05'))).toMatchObject({ code: 'taken-twice' })
  expect(world.apply(aClaimAct('pay', 'paid-there', 'other', '05'))).toMatchObject({
    verdict: 'conflict',
    code: 'paid-twice',
    caseId: 'claim-case:a-1',
  })
  expect(claimIn(world)).toMatchObject({ paymentId: 'pay-4', paidBy: 'clerk', amount: 50_000 })
  expect(caseIn(world)).toMatchObject({ state: 'open', happeningIds: ['taken-there', 'pay-4', 'paid-there'] })
})

test('a payment by whom it is not permitted happened all the same: kept, flagged and a case, which a supervisor settles', () => {
  const world = worldAfter(...whole.slice(0, 4))
  expect(world.apply(aClaimAct('pay', 'paid', 'clerk'), { permitted: false })).toMatchObject({
    verdict: 'applied',
    code: 'not-permitted',
  })
  expect(claimIn(world)).toMatchObject({ state: 'paid', paymentId: 'paid', caseId: 'claim-case:a-1' })
  expect(world.apply(aClaimAct('stand', 'settled', 'head')).verdict).toBe('applied')
  expect(caseIn(world)).toMatchObject({ state: 'settled', settled: { outcome: 'stands', staffId: 'head' } })
  expect(claimIn(world)).toMatchObject({ state: 'paid', caseId: null })
})

test('a payment while a case is open is evidence of that case', () => {
  const world = worldAfter(...whole.slice(0, 4), ['take', 'other'])
  expect(world.apply(aClaimAct('pay', 'paid', 'clerk')).code).toBe('paid-while-case-open')
  expect(caseIn(world)).toMatchObject({ reasons: ['taken-twice', 'paid-while-case-open'] })
})

const wishes: readonly Wish[] = ['take', 'check', 'approve', 'reject', 'order', 'pay', 'stand', 'anew']
const intentions: Record<Wish, ClaimIntention> = {
  take: { kind: 'take' },
  check: { kind: 'check' },
  approve: { kind: 'approve', amount: 50_000, reason: null },
  reject: { kind: 'reject', reason: 'x' },
  order: { kind: 'order-payment' },
  pay: { kind: 'pay', amount: 50_000, method: 'cash', signed: true },
  stand: { kind: 'settle', reason: 'x' },
  anew: { kind: 'settle', reason: 'x' },
}

/** Somebody at some desk tries something; then, or not, the desk sends and fetches. */
const aTry = fc.record({
  device: fc.nat({ max: 2 }),
  staffId: fc.constantFrom('ani', 'budi', 'citra', 'dewi'),
  // Most tries are the next step of an honest claim, so that most runs come to a payment.
  wish: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...wishes) },
    { weight: 2, arbitrary: fc.constant('pay' as const) },
    { weight: 4, arbitrary: fc.constantFrom<Wish>('take', 'check', 'approve', 'order') },
  ),
  syncs: fc.boolean(),
  permitted: fc.boolean(),
})
type Try = typeof aTry extends fc.Arbitrary<infer T> ? T : never

/** Three desks, each with its own view: the rows of the centre as last fetched and its own unsent acts on top. */
class Desks {
  readonly centre = new AWorld([])
  readonly arrived: { readonly act: Act; readonly verdict: string }[] = []
  readonly #unsent: Act[][] = [[], [], []]
  #views = [new AWorld([]), new AWorld([]), new AWorld([])]

  /** All desks know so many steps of an honest claim. */
  constructor(steps: number) {
    whole.slice(0, steps).forEach(([wish, staffId], at) => {
      this.centre.apply(aClaimAct(wish, `${wish}-${at}`, staffId))
    })
    for (const device of [0, 1, 2]) this.sync(device, () => {})
  }

  /** Only what the desk's own view allows is done there. */
  attempt({ device, staffId, wish }: Try, id: string): void {
    const view = this.#views[device] as AWorld
    const who = { staffId, roles: ['supervisor' as const] }
    if (decideClaim(claimIn(view), intentions[wish], who) !== null) return
    const act = aClaimAct(wish, id, staffId, `0${device}`)
    view.apply(act, { acceptedAt: null })
    this.#unsent[device]?.push(act)
  }

  /** Everything is sent, and once more, as after an answer that got lost; then fetched. */
  sync(device: number, after: (was: Claim | null) => void, permitted = true): void {
    const sent = this.#unsent[device]?.splice(0) ?? []
    for (const act of [...sent, ...sent]) {
      const was = claimIn(this.centre)
      const { verdict } = this.centre.apply(act, { permitted: permitted || act.type === 'claim.decide' })
      this.arrived.push({ act, verdict })
      after(was)
    }
    const view = new AWorld([])
    for (const change of this.centre.rows.all()) view.rows.put(change)
    this.#views = this.#views.map((one, at) => (at === device ? view : one))
  }
}

const paymentsOf = (claim: Claim | null) =>
  (claim?.happenings ?? []).filter(({ kind }) => kind === 'paid').map(({ id }) => id)

test('no sequence of acts on any devices in any order pays twice: what is paid is final, and any other payment is evidence of a case', () => {
  let paid = 0
  let twice = 0
  fc.assert(
    fc.property(fc.nat({ max: 4 }), fc.array(aTry, { minLength: 20, maxLength: 60 }), (steps, tries) => {
      const desks = new Desks(steps)
      const evidence = new Set<string>()
      const look = (was: Claim | null) => {
        const now = claimIn(desks.centre)
        for (const id of caseIn(desks.centre)?.happeningIds ?? []) evidence.add(id)
        const { state, paymentId, paidBy, amount } = was ?? {}
        if (paymentId) expect(now).toMatchObject({ state, paymentId, paidBy, amount })
        expect(now?.happenings.slice(0, was?.happenings.length ?? 0)).toEqual(was?.happenings ?? [])
      }
      tries.forEach((one, at) => {
        desks.attempt(one, `act-${at}`)
        if (one.syncs) desks.sync(one.device, look, one.permitted)
      })
      for (const device of [0, 1, 2]) desks.sync(device, look)
      const claim = claimIn(desks.centre)
      const payments = paymentsOf(claim)
      expect(new Set(payments).size).toBe(payments.length)
      expect(claim?.paymentId ?? null).toBe(payments[0] ?? null)
      expect(payments.slice(1).filter((id) => !evidence.has(id))).toEqual([])
      // No fact is lost, and no refused decision left a trace.
      for (const { act, verdict } of desks.arrived) {
        const kept = claim?.happenings.some(({ id }) => 'id' in act.payload && id === act.payload.id)
        if (act.type === 'claim.note') expect([verdict === 'refused', kept]).toEqual([false, true])
      }
      if (payments.length > 0) paid++
      if (payments.length > 1) twice++
    }),
    { numRuns: 300 },
  )
  expect(paid).toBeGreaterThan(50)
  expect(twice).toBeGreaterThan(5)
})

test('desks that agree with the centre after each act pay once at most, under four eyes and after an order', () => {
  let paid = 0
  fc.assert(
    fc.property(fc.nat({ max: 4 }), fc.array(aTry, { minLength: 20, maxLength: 60 }), (steps, tries) => {
      const desks = new Desks(steps)
      tries.forEach((one, at) => {
        desks.attempt(one, `act-${at}`)
        for (const device of [one.device, 0, 1, 2]) desks.sync(device, () => {})
      })
      const claim = claimIn(desks.centre)
      expect(claim?.flags ?? []).toEqual([])
      expect(paymentsOf(claim).length).toBeLessThanOrEqual(1)
      if (claim?.state !== 'paid') return
      paid++
      expect([claim.checkedBy, claim.decidedBy]).not.toContain(claim.paidBy)
      expect(claim.decidedBy).not.toBe(claim.takenBy)
    }),
    { numRuns: 200 },
  )
  expect(paid).toBeGreaterThan(30)
})
