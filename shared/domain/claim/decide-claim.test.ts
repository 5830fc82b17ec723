import { expect, test } from 'vitest'
import type { Claim } from './claim.ts'
import { type ClaimIntention, decideClaim } from './decide-claim.ts'
import { claimAfter, eligible, happened } from './testing/a-claim.ts'

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

test('a claim is checked until it is decided', () => {
  const check = (claim: Claim) => decideClaim(claim, { kind: 'check' }, clerk('checker'))
  expect([received, checked, approved, paid].map(check)).toEqual([null, null, 'wrong-state', 'already-paid'])
})

test('a supervisor approves what was checked, but never a claim taken by that supervisor', () => {
  expect(decideClaim(checked, approve, supervisor('head'))).toBeNull()
  expect(decideClaim(checked, approve, supervisor('clerk'))).toBe('own-claim')
  expect(decideClaim(checked, approve, clerk('other'))).toBe('supervisor-only')
  expect(decideClaim(received, approve, supervisor('head'))).toBe('wrong-state')
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
  expect(decideClaim(checked, { kind: 'order-payment' }, supervisor('head'))).toBe('wrong-state')
})

test('who checked or approved does not pay, who took the claim may', () => {
  expect(decideClaim(awaiting, pay, clerk('clerk'))).toBeNull()
  expect(decideClaim(awaiting, pay, clerk('checker'))).toBe('checked-by-you')
  expect(decideClaim(awaiting, pay, supervisor('head'))).toBe('approved-by-you')
})

test('a payment is of the approved amount, signed when in cash, and never a second one', () => {
  expect(decideClaim(awaiting, { ...pay, amount: 100_000 }, clerk('clerk'))).toBe('amount-differs')
  expect(decideClaim(awaiting, { ...pay, signed: false }, clerk('clerk'))).toBe('signature-missing')
  expect(decideClaim(awaiting, { ...pay, signed: false, method: 'transfer' }, clerk('clerk'))).toBeNull()
  expect(decideClaim(paid, pay, clerk('other'))).toBe('already-paid')
  expect(decideClaim(approved, pay, clerk('clerk'))).toBe('wrong-state')
})

test('while a case is open nothing is ordered or paid; a supervisor settles it with a reason', () => {
  expect(decideClaim(struck, { kind: 'order-payment' }, supervisor('head'))).toBe('case-open')
  const struckLater = claimAfter(...awaiting.happenings, happened.incident())
  expect(decideClaim(struckLater, pay, clerk('clerk'))).toBe('case-open')
  expect(decideClaim(struck, { kind: 'settle', reason: '' }, supervisor('head'))).toBe('reason-missing')
  expect(decideClaim(struck, { kind: 'settle', reason: 'x' }, clerk('clerk'))).toBe('supervisor-only')
  expect(decideClaim(struck, { kind: 'settle', reason: 'x' }, supervisor('head'))).toBeNull()
  expect(decideClaim(approved, { kind: 'settle', reason: 'x' }, supervisor('head'))).toBe('no-case')
})
