import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClaimHappening } from './claim.ts'
import { everDid, standingTaking } from './claim-people.ts'
import { type ClaimIntention, decideClaim } from './decide-claim.ts'
import { afterAll, claimAfter, early, happened, oneMore } from './testing/a-claim.ts'

const toApproval = [happened.taken('clerk'), happened.checked('checker'), happened.approved('head')]
const toPayment = [...toApproval, happened.ordered('head'), happened.paid('clerk')]

test('a claim is received, checked, approved, ordered and paid, and nobody must look at it', () => {
  expect(toPayment.map((_, last) => claimAfter(...toPayment.slice(0, last + 1)).state)).toEqual([
    'received',
    'checked',
    'approved',
    'awaiting-payment',
    'paid',
  ])
  expect(afterAll(toPayment)).toMatchObject({
    claim: {
      takenBy: 'clerk',
      checkedBy: 'checker',
      decidedBy: 'head',
      paidBy: 'clerk',
      amount: 50_000,
      paymentId: 'paid',
      flags: [],
      caseId: null,
    },
    openCase: null,
  })
})

test('a claim that was checked may be rejected', () => {
  expect(claimAfter(happened.taken('clerk'), happened.checked('checker'), happened.rejected('head'))).toMatchObject({
    state: 'rejected',
    amount: null,
    flags: [],
  })
})

test('a second payment is kept and contested, and both are evidence of one case', () => {
  const twice = afterAll([...toPayment, happened.paid('other', 'paid-again')])
  expect(twice.outcomes.at(-1)).toEqual(['conflict', 'paid-twice'])
  expect(twice.claim).toMatchObject({ paymentId: 'paid', paidBy: 'clerk', flags: ['paid-twice'] })
  expect(twice.claim?.happenings.map(({ id }) => id)).toContain('paid-again')
  expect(twice.openCase).toMatchObject({
    id: 'case-of-paid-again',
    happeningIds: ['paid', 'paid-again'],
    state: 'open',
  })
})

test('a claim taken a second time for the application is the same claim: what is paid under its id is a second payment', () => {
  const second = { ...happened.paid('other', 'paid-again'), claimId: 'c-2' }
  const both = afterAll([...toPayment, happened.taken('other', 'taken-again', 'c-2'), second])
  expect(both.outcomes.slice(-2)).toEqual([
    ['conflict', 'taken-twice'],
    ['conflict', 'paid-twice'],
  ])
  expect(both.claim).toMatchObject({ id: 'c-1', takenBy: 'clerk', paymentId: 'paid' })
})

test('an outage registered after the payment opens a case and changes nothing of the claim', () => {
  const paid = claimAfter(...toPayment)
  const { claim, case: file, code } = oneMore({ claim: paid, openCase: null }, happened.incident())
  expect(code).toBe('incident-after-decision')
  expect(claim).toEqual({
    ...paid,
    flags: ['incident-after-decision'],
    happenings: [...paid.happenings, happened.incident()],
    caseId: 'case-of-incident',
  })
  expect(file).toMatchObject({ reasons: ['incident-after-decision'], happeningIds: ['incident'] })
})

test('an outage before the decision sends the claim back to be checked, without a case', () => {
  const again = afterAll([...toApproval.slice(0, 2), happened.incident()])
  expect(again.claim).toMatchObject({ state: 'received', flags: ['check-outdated'], caseId: null })
})

test('a settled case lets an approved claim stand or be checked anew; a paid one is paid either way', () => {
  const struck = [...toApproval, happened.incident()]
  expect(claimAfter(...struck, happened.settled('stands'))).toMatchObject({ state: 'approved', caseId: null })
  const anew = { state: 'received', checkedBy: null, decidedBy: null, amount: null }
  expect(claimAfter(...struck, happened.settled('check-anew'))).toMatchObject(anew)
  expect(claimAfter(...toPayment, happened.incident(), happened.settled('check-anew'))).toMatchObject({
    state: 'paid',
    amount: 50_000,
  })
})

test('a claim that came too early is taken again in the same row: nothing of the first round stands, all of it is kept', () => {
  const first = [happened.taken('clerk'), happened.checked('checker', 'early', early), happened.rejected('head')]
  const again = claimAfter(...first, happened.taken('other', 'again'))
  const fresh = { checkedBy: null, decidedBy: null, assessment: null, cause: null, amount: null }
  expect(again).toMatchObject({ state: 'received', takenBy: 'other', flags: [], caseId: null, ...fresh })
  const second = [happened.checked('checker'), happened.approved('head'), happened.ordered('head')]
  const paid = claimAfter(...again.happenings, ...second, happened.paid('clerk'))
  expect(paid).toMatchObject({ state: 'paid', amount: 50_000, flags: [] })
  expect(paid.happenings).toHaveLength(8)
  expect(standingTaking(paid)?.id).toBe('again')
  expect(claimAfter(...again.happenings, happened.taken('clerk', 'third')).flags).toEqual(['taken-twice'])
})

test('the approval of who took the claim does not approve it', () => {
  const own = afterAll([happened.taken('head'), happened.checked('checker'), happened.approved('head')])
  expect(own.claim).toMatchObject({ state: 'checked', amount: null, flags: ['approved-by-taker'] })
  expect(own.openCase).toMatchObject({ happeningIds: ['approved'] })
})

test('four eyes hold whatever arrives last: who checked or approved and then paid becomes a case', () => {
  const byChecker = claimAfter(...toApproval, happened.ordered('head'), happened.paid('checker'))
  expect(byChecker).toMatchObject({ state: 'paid', flags: ['checked-and-paid-by-one'] })
  const first = [happened.taken('clerk'), happened.checked('first', 'first'), ...toApproval.slice(1)]
  expect(claimAfter(...first, happened.ordered('head'), happened.paid('first')).flags).toEqual([
    'checked-and-paid-by-one',
  ])
  const byHead = claimAfter(...toApproval, happened.ordered('head'), happened.paid('head'))
  expect(byHead).toMatchObject({ state: 'paid', flags: ['approved-and-paid-by-one'] })
})

test('money that left without an approval, an order or against a rejection is paid, and a case', () => {
  const paidAfter = (...happenings: ClaimHappening[]) => {
    const { state, flags, caseId } = claimAfter(...happenings, happened.paid('payer'))
    return [state, flags[0], caseId]
  }
  const [taken, checked] = [happened.taken('clerk'), happened.checked('checker')]
  expect(paidAfter(taken)).toEqual(['paid', 'paid-without-approval', 'case-of-paid'])
  expect(paidAfter(...toApproval)).toEqual(['paid', 'paid-without-order', 'case-of-paid'])
  expect(paidAfter(taken, checked, happened.rejected('head'))).toEqual(['paid', 'paid-though-rejected', 'case-of-paid'])
  expect(claimAfter(...toApproval, happened.ordered('head'), happened.paid('clerk', 'paid', 60_000)).flags).toEqual([
    'amount-differs',
  ])
})

test('the first decision stands, and one before the check decides nothing', () => {
  expect(claimAfter(...toApproval, happened.rejected('other'))).toMatchObject({
    state: 'approved',
    decidedBy: 'head',
    flags: ['second-decision'],
  })
  expect(claimAfter(happened.taken('clerk'), happened.approved('head'))).toMatchObject({
    state: 'received',
    amount: null,
    flags: ['out-of-order'],
  })
})

test('a taking that arrives after what followed it is not a second one', () => {
  const late = claimAfter(happened.checked('checker'), happened.taken('clerk'))
  expect(late).toMatchObject({ state: 'checked', takenBy: 'clerk', flags: ['not-taken'] })
})

const anyStaff = fc.constantFrom('ani', 'budi', 'citra', 'dewi', 'eka', 'fitri')
const anyHappening: fc.Arbitrary<ClaimHappening> = fc
  .tuple(fc.constantFrom(...(Object.keys(happened) as (keyof typeof happened)[])), anyStaff, fc.nat({ max: 3 }))
  .map(([kind, staff, n]) => {
    const id = `${kind}-${n}`
    if (kind === 'incident') return happened.incident(id)
    if (kind === 'settled') return happened.settled(n % 2 === 0 ? 'stands' : 'check-anew', id)
    return kind === 'taken' ? happened.taken(staff, id, `c-${n}`) : happened[kind](staff, id)
  })
const oneEach = (happenings: readonly ClaimHappening[]) => [...new Map(happenings.map((one) => [one.id, one])).values()]
const anyHappenings = fc.array(anyHappening, { minLength: 1, maxLength: 14 }).map(oneEach)
const paymentsIn = (happenings: readonly ClaimHappening[]) => happenings.filter(({ kind }) => kind === 'paid')

test('no sequence of happenings pays twice: one payment stands, every other one is evidence of a case, nothing is lost', () => {
  fc.assert(
    fc.property(anyHappenings, (happenings) => {
      let state: Parameters<typeof oneMore>[0] = { claim: null, openCase: null }
      const evidence = new Set<string>()
      for (const happening of happenings) {
        const was = state.claim
        const after = oneMore(state, happening)
        for (const id of after.case?.happeningIds ?? []) evidence.add(id)
        if (was?.paymentId)
          expect(after.claim).toMatchObject({
            paymentId: was.paymentId,
            state: 'paid',
            paidBy: was.paidBy,
            amount: was.amount,
          })
        state = { claim: after.claim, openCase: after.case?.state === 'open' ? after.case : null }
      }
      const payments = paymentsIn(happenings)
      expect(state.claim?.paymentId ?? null).toBe(payments[0]?.id ?? null)
      expect(payments.slice(1).every(({ id }) => evidence.has(id))).toBe(true)
      expect(state.claim?.happenings).toEqual(happenings)
    }),
    { numRuns: 1000 },
  )
})

test('applying happenings again changes nothing', () => {
  fc.assert(
    fc.property(anyHappenings, (happenings) => {
      const { outcomes: _, ...once } = afterAll(happenings)
      const { outcomes: __, ...twice } = afterAll([...happenings, ...happenings])
      expect(twice).toEqual(once)
    }),
  )
})

const intended: Record<keyof typeof happened, ClaimIntention | null> = {
  taken: { kind: 'take' },
  checked: { kind: 'check' },
  approved: { kind: 'approve', amount: 50_000, reason: null },
  rejected: { kind: 'reject', reason: 'x' },
  ordered: { kind: 'order-payment' },
  paid: { kind: 'pay', amount: 50_000, method: 'cash', signed: true },
  incident: null,
  settled: { kind: 'settle', reason: 'x' },
}
const intentionOf = ({ id }: ClaimHappening) => intended[id.split('-')[0] as keyof typeof happened]

// So many tries, each a happening of its own, that most runs come to a payment.
const anyTries = fc
  .array(anyHappening, { minLength: 60, maxLength: 120 })
  .map((tries) => tries.map((happening, n) => ({ ...happening, id: `${happening.id}-${n}` })))

test('whoever tries what, as long as the rules are asked there is one payment at most, under four eyes', () => {
  let paid = 0
  fc.assert(
    fc.property(anyTries, (tries) => {
      const allowed: ClaimHappening[] = []
      for (const happening of tries) {
        const intention = intentionOf(happening)
        const who = { staffId: happening.staffId, roles: ['supervisor' as const] }
        if (!intention || decideClaim(afterAll(allowed).claim, intention, who) === null) allowed.push(happening)
      }
      const { claim } = afterAll(allowed)
      expect(paymentsIn(allowed).length).toBeLessThanOrEqual(1)
      if (claim?.state !== 'paid') return
      paid++
      expect(claim.amount).toBe(50_000)
      expect(everDid(claim, 'checked', claim.paidBy)).toBe(false)
      expect(claim.paidBy).not.toBe(claim.decidedBy)
      expect(claim.decidedBy).not.toBe(claim.takenBy)
    }),
  )
  expect(paid).toBeGreaterThan(10)
})
