import { expect, test } from 'vitest'
import type { Claim } from './claim.ts'
import { type ClaimIntention, decideClaim } from './decide-claim.ts'
import { claimAfter, early, eligible, happened } from './testing/a-claim.ts'

const clerk = (staffId: string) => ({ staffId, roles: ['kelurahan' as const] })
const supervisor = (staffId: string) => ({ staffId, roles: ['supervisor' as const] })
const taken = happened.taken('clerk')
const received = claimAfter(taken)
const checked = claimAfter(taken, happened.checked('checker'))
const approved = claimAfter(taken, happened.checked('checker'), happened.approved('head'))
const awaiting = claimAfter(...approved.happenings, happened.ordered('head'))
const paid = claimAfter(...awaiting.happenings, happened.paid('payer'))
const struck = claimAfter(...approved.happenings, happened.incident())

const approve: ClaimIntention = { kind: 'approve', amount: 50_000, reason: null }
const pay: ClaimIntention = { kind: 'pay', amount: 50_000, method: 'cash', signed: true }
const checkedAs = (outcome: 'not-eligible' | 'needs-supervisor') =>
  claimAfter(taken, happened.checked('checker', 'checked', { ...eligible, outcome }))

test('an application has one claim, and what is not there cannot be worked on', () => {
  expect(decideClaim(null, { kind: 'take' }, clerk('clerk'))).toBeNull()
  expect(decideClaim(received, { kind: 'take' }, clerk('other'))).toBe('already-claimed')
  expect(decideClaim(paid, { kind: 'take' }, clerk('other'))).toBe('already-claimed')
  expect(decideClaim(null, { kind: 'check' }, clerk('clerk'))).toBe('claim-unknown')
})

test('one that was rejected because it came too early is taken again, once; one that was rejected late is not', () => {
  const take = (claim: Claim) => decideClaim(claim, { kind: 'take' }, clerk('other'))
  const tooEarly = claimAfter(taken, happened.checked('checker', 'checked', early), happened.rejected('head'))
  expect(take(tooEarly)).toBeNull()
  expect(take(claimAfter(...tooEarly.happenings, happened.taken('other', 'again')))).toBe('already-claimed')
  expect(take(claimAfter(taken, happened.checked('checker'), happened.rejected('head')))).toBe('already-claimed')
  const excluded = { ...early, reasons: [{ code: 'excluded', values: {} } as const] }
  const outside = claimAfter(taken, happened.checked('checker', 'checked', excluded), happened.rejected('head'))
  expect(take(outside)).toBe('already-claimed')
})

test('a claim is checked until it is decided', () => {
  const check = (claim: Claim) => decideClaim(claim, { kind: 'check' }, clerk('checker'))
  expect([received, checked, approved, paid].map(check)).toEqual([null, null, 'claim-wrong-state', 'already-paid'])
})

test('a supervisor approves what was checked, but never a claim taken by that supervisor', () => {
  expect(decideClaim(checked, approve, supervisor('head'))).toBeNull()
  expect(decideClaim(checked, approve, supervisor('clerk'))).toBe('own-claim')
  expect(decideClaim(checked, approve, clerk('other'))).toBe('supervisor-only')
  expect(decideClaim(received, approve, supervisor('head'))).toBe('claim-wrong-state')
  expect(decideClaim(approved, approve, supervisor('other'))).toBe('already-decided')
})

test('what is not eligible is not approved, an outage needs a reason, and the amount is the one worked out', () => {
  expect(decideClaim(checkedAs('not-eligible'), approve, supervisor('head'))).toBe('not-eligible')
  expect(decideClaim(checkedAs('needs-supervisor'), approve, supervisor('head'))).toBe('reason-missing')
  const withReason = { ...approve, reason: 'gangguan di luar jam kantor' }
  expect(decideClaim(checkedAs('needs-supervisor'), withReason, supervisor('head'))).toBeNull()
  expect(decideClaim(checked, { ...approve, amount: 60_000 }, supervisor('head'))).toBe('amount-differs')
})

test('a supervisor rejects with a reason, and orders the payment of what is approved', () => {
  expect(decideClaim(checked, { kind: 'reject', reason: ' ' }, supervisor('head'))).toBe('reason-missing')
  expect(decideClaim(checked, { kind: 'reject', reason: 'x' }, supervisor('head'))).toBeNull()
  expect(decideClaim(approved, { kind: 'order-payment' }, supervisor('head'))).toBeNull()
  expect(decideClaim(checked, { kind: 'order-payment' }, supervisor('head'))).toBe('claim-wrong-state')
})

test('who checked or approved does not pay, who took the claim may', () => {
  expect(decideClaim(awaiting, pay, clerk('clerk'))).toBeNull()
  expect(decideClaim(awaiting, pay, clerk('checker'))).toBe('checked-by-you')
  expect(decideClaim(awaiting, pay, supervisor('head'))).toBe('approved-by-you')
})

test('whoever checked it before it was checked again does not pay either', () => {
  const again = [happened.checked('first', 'first'), happened.checked('checker'), happened.approved('head')]
  const claim = claimAfter(taken, ...again, happened.ordered('head'))
  expect(decideClaim(claim, pay, clerk('first'))).toBe('checked-by-you')
})

test('a supervisor who paid, or approved what he took, does not settle the case about it; another one does', () => {
  const settle: ClaimIntention = { kind: 'settle', reason: 'x' }
  const paidByHead = claimAfter(...awaiting.happenings, happened.paid('head'))
  expect(decideClaim(paidByHead, settle, supervisor('head'))).toBe('own-claim')
  expect(decideClaim(paidByHead, settle, supervisor('other'))).toBeNull()
  const twice = claimAfter(...paid.happenings, happened.paid('other', 'again'))
  expect(['payer', 'other'].map((who) => decideClaim(twice, settle, supervisor(who)))).toEqual([
    'own-claim',
    'own-claim',
  ])
  expect(decideClaim(twice, settle, supervisor('head'))).toBeNull()
  const own = claimAfter(happened.taken('head'), happened.checked('checker'), happened.approved('head'))
  expect(decideClaim(own, settle, supervisor('head'))).toBe('own-claim')
})

test('a payment is of the approved amount, signed when in cash, and never a second one', () => {
  expect(decideClaim(awaiting, { ...pay, amount: 100_000 }, clerk('clerk'))).toBe('amount-differs')
  expect(decideClaim(awaiting, { ...pay, signed: false }, clerk('clerk'))).toBe('signature-missing')
  expect(decideClaim(awaiting, { ...pay, signed: false, method: 'transfer' }, clerk('clerk'))).toBeNull()
  expect(decideClaim(paid, pay, clerk('other'))).toBe('already-paid')
  expect(decideClaim(approved, pay, clerk('clerk'))).toBe('claim-wrong-state')
})

test('while a case is open nothing is ordered or paid; a supervisor settles it with a reason', () => {
  expect(decideClaim(struck, { kind: 'order-payment' }, supervisor('head'))).toBe('claim-case-open')
  const struckLater = claimAfter(...awaiting.happenings, happened.incident())
  expect(decideClaim(struckLater, pay, clerk('clerk'))).toBe('claim-case-open')
  expect(decideClaim(struck, { kind: 'settle', reason: '' }, supervisor('head'))).toBe('reason-missing')
  expect(decideClaim(struck, { kind: 'settle', reason: 'x' }, clerk('clerk'))).toBe('supervisor-only')
  expect(decideClaim(struck, { kind: 'settle', reason: 'x' }, supervisor('head'))).toBeNull()
  expect(decideClaim(approved, { kind: 'settle', reason: 'x' }, supervisor('head'))).toBe('claim-no-case')
})
