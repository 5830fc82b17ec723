import { expect, test } from 'vitest'
import { wib } from '../office-calendar/testing/a-calendar.ts'
import type { ClockFacts } from '../service-clock/clock-facts.ts'
import { serviceClock } from '../service-clock/service-clock.ts'
import { anApplication, anIncident, terms } from '../service-clock/testing/an-application.ts'
import { assessClaim, type ClaimCircumstances } from './assess-claim.ts'
import type { CompensationRules } from './compensation-rules.ts'

const rules: CompensationRules = { outagePolicy: 'void', mode: 'once', rupiah: 50_000, cap: null, lateDays: 'calendar' }
const perDay: CompensationRules = { ...rules, mode: 'perDay', cap: 150_000 }

// Accepted on Tuesday at 09.00, due on Wednesday 25 November at 09.00.
function assess(changes: Partial<ClockFacts>, by = rules, earlier: ClaimCircumstances['earlier'] = null) {
  const facts = anApplication(changes)
  const now = wib('2026-12-01 12:00')
  const of = { fulfilledAt: facts.fulfilledAt, incidents: facts.incidents, earlier, now }
  return assessClaim({ ...of, clock: serviceClock(facts, terms(), now) }, by, terms().plan)
}
const readyAt = (local: string) => ({ fulfilledAt: wib(local) })
const codesOf = ({ reasons }: ReturnType<typeof assess>) => reasons.map(({ code }) => code)

test('ready an hour late, Rp50.000 are due, and the reasons say how they came about', () => {
  expect(assess(readyAt('2026-11-25 10:00'))).toEqual({
    outcome: 'eligible',
    amount: 50_000,
    days: 1,
    reasons: [
      { code: 'late', values: { dueAt: wib('2026-11-25 09:00'), seconds: 3600 } },
      { code: 'amount', values: { amount: 50_000, days: 1, mode: 'once', rupiah: 50_000, cap: 0 } },
    ],
  })
})

test('ready in time, nothing promised or excluded: nothing is due, with the reason', () => {
  const nothing = { outcome: 'not-eligible', amount: 0, days: 0 }
  const onTime = assess(readyAt('2026-11-25 09:00'))
  expect(onTime).toEqual({ ...nothing, reasons: [{ code: 'not-late', values: { dueAt: wib('2026-11-25 09:00') } }] })
  expect(assess({ service: 'AK-KAWIN' })).toEqual({ ...nothing, reasons: [{ code: 'no-promise', values: {} }] })
  expect(assess({ grounds: ['recent-reprint'] })).toEqual({
    ...nothing,
    reasons: [{ code: 'excluded', values: { ground: 'recent-reprint' } }],
  })
})

test('an application that was paid already is not paid again', () => {
  const again = assess(readyAt('2026-11-25 10:00'), rules, { id: 'c-1', state: 'paid' })
  expect(again).toMatchObject({ outcome: 'not-eligible', amount: 0 })
  expect(again.reasons).toEqual([{ code: 'already-claimed', values: { claimId: 'c-1', state: 'paid' } }])
})

test('a late application with a central outage in its time is decided by a supervisor who sees the net time', () => {
  const incidents = [anIncident(wib('2026-11-24 10:00'), wib('2026-11-24 11:00'))]
  const struck = assess({ ...readyAt('2026-11-25 12:00'), incidents })
  expect(struck.outcome).toBe('needs-supervisor')
  expect(struck.reasons[1]).toEqual({
    code: 'outage-in-promised-time',
    values: { incidentId: 'i-1', from: incidents[0]?.from, to: incidents[0]?.to, netUsedSeconds: 10.5 * 3600 },
  })
})

test('where outages are deducted the longer time alone decides', () => {
  const incidents = [anIncident(wib('2026-11-24 10:00'), wib('2026-11-24 11:00'))]
  const deduct: CompensationRules = { ...rules, outagePolicy: 'deduct' }
  expect(assess({ ...readyAt('2026-11-25 12:00'), incidents }, deduct).outcome).toBe('eligible')
  expect(codesOf(assess({ ...readyAt('2026-11-25 09:30'), incidents }, deduct))).toEqual(['not-late'])
})

test('an outage after the due time, before the start, or blanks out of stock leave the claim as it is', () => {
  const late = (from: string, to: string | null, kind: 'outage' | 'no-blanks') =>
    assess({ ...readyAt('2026-11-27 10:00'), incidents: [anIncident(wib(from), to && wib(to), { kind })] }).outcome
  expect(late('2026-11-25 09:00', '2026-11-25 12:00', 'outage')).toBe('needs-supervisor')
  expect(late('2026-11-25 09:01', '2026-11-25 12:00', 'outage')).toBe('eligible')
  expect(late('2026-11-23 09:00', '2026-11-24 09:00', 'outage')).toBe('eligible')
  expect(late('2026-11-24 10:00', '2026-11-24 11:00', 'no-blanks')).toBe('eligible')
})

test('per day, each begun day counts, up to the cap', () => {
  const amountAt = (local: string) => assess(readyAt(local), perDay).amount
  expect(amountAt('2026-11-26 09:00')).toBe(50_000)
  expect(amountAt('2026-11-26 09:01')).toBe(100_000)
  expect(amountAt('2026-12-01 09:00')).toBe(150_000)
  expect(assess(readyAt('2026-12-01 09:00'), { ...perDay, cap: null }).amount).toBe(300_000)
})

test('counted in working days the weekend costs nothing', () => {
  const daysAt = (local: string) => assess(readyAt(local), { ...perDay, lateDays: 'working' }).days
  expect(daysAt('2026-11-26 09:00')).toBe(1)
  expect(daysAt('2026-11-30 09:00')).toBe(3)
  expect(daysAt('2026-11-30 09:01')).toBe(4)
})

test('late and still not ready, the amount so far is said to be so', () => {
  expect(codesOf(assess({}, perDay))).toEqual(['late', 'not-ready-yet', 'amount'])
})
