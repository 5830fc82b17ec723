import type { Incident } from '../incident/incident.ts'
import type { OfficePlan } from '../office-calendar/office-plan.ts'
import type { ServiceClock } from '../service-clock/service-clock.ts'
import type { Instant } from '../time.ts'
import { compensationAmount } from './compensation-amount.ts'
import type { CompensationRules } from './compensation-rules.ts'

export type ClaimReasonCode =
  /** The service promises nothing, or the promise does not run yet. */
  | 'no-promise'
  /** ground. */
  | 'excluded'
  /** dueAt. */
  | 'not-late'
  /** dueAt, seconds. */
  | 'late'
  /** Late and still not ready: an amount per day grows. */
  | 'not-ready-yet'
  /** A central outage in the promised time: incidentId, from, to ('' while it lasts), netUsedSeconds. */
  | 'outage-in-promised-time'
  /** claimId, state. */
  | 'already-claimed'
  /** amount, days, mode, rupiah, cap (0: none). */
  | 'amount'

/** One reason; screens and paper have the words, found by code. */
export interface ClaimReason {
  readonly code: ClaimReasonCode
  readonly values: Readonly<Record<string, string | number>>
}

export interface ClaimAssessment {
  readonly outcome: 'eligible' | 'not-eligible' | 'needs-supervisor'
  readonly reasons: readonly ClaimReason[]
  /** Whole rupiah; 0 when not eligible. */
  readonly amount: number
  /** Begun days of delay as the city counts them; 0 when not late. */
  readonly days: number
}

export interface ClaimCircumstances {
  readonly clock: ServiceClock
  readonly fulfilledAt: Instant | null
  /** Of the centre's register, those that struck the application (`incidentsOf`). */
  readonly incidents: readonly Incident[]
  /** The claim that the application has already, other than the one assessed; null: none. */
  readonly earlier: { readonly id: string; readonly state: string } | null
  readonly now: Instant
}

/** Is compensation due, how much, and why? Pure; worked out at the check, and again before the decision. */
export function assessClaim(of: ClaimCircumstances, rules: CompensationRules, plan: OfficePlan): ClaimAssessment {
  const against = reasonsAgainst(of)
  const { dueAt, secondsLate } = of.clock
  if (against.length > 0 || dueAt === null) return { outcome: 'not-eligible', reasons: against, amount: 0, days: 0 }
  const days = lateDays(dueAt, of.fulfilledAt ?? of.now, rules, plan)
  const amount = compensationAmount(rules, days)
  const outages = rules.outagePolicy === 'void' ? outagesInPromisedTime(of) : []
  return {
    outcome: outages.length > 0 ? 'needs-supervisor' : 'eligible',
    reasons: [
      { code: 'late', values: { dueAt, seconds: secondsLate } },
      ...(of.fulfilledAt === null ? [{ code: 'not-ready-yet', values: {} } as const] : []),
      ...outages,
      { code: 'amount', values: { amount, days, mode: rules.mode, rupiah: rules.rupiah, cap: rules.cap ?? 0 } },
    ],
    amount,
    days,
  }
}

function reasonsAgainst({ clock, earlier }: ClaimCircumstances): ClaimReason[] {
  const reasons: ClaimReason[] = []
  if (earlier) reasons.push({ code: 'already-claimed', values: { claimId: earlier.id, state: earlier.state } })
  if (clock.state === 'none') reasons.push({ code: 'no-promise', values: {} })
  else if (clock.state === 'excluded')
    reasons.push(...clock.grounds.map((ground) => ({ code: 'excluded' as const, values: { ground } })))
  else if (clock.state !== 'late') reasons.push({ code: 'not-late', values: { dueAt: clock.dueAt ?? '' } })
  return reasons
}

/** Outages that touched the time between start and due, at night too: the city's word is "tidak ada gangguan". */
function outagesInPromisedTime({ clock, incidents }: ClaimCircumstances): ClaimReason[] {
  const { startAt, dueAt, netUsedSeconds } = clock
  return incidents
    .filter(({ kind, from, to }) => kind === 'outage' && from < (dueAt ?? '') && (to === null || to > (startAt ?? '')))
    .map(({ id, from, to }) => ({
      code: 'outage-in-promised-time',
      values: { incidentId: id, from, to: to ?? '', netUsedSeconds },
    }))
}

const dayMs = 86_400_000

function lateDays(dueAt: Instant, end: Instant, { lateDays }: CompensationRules, plan: OfficePlan): number {
  const [due, until] = [Date.parse(dueAt), Date.parse(end)]
  const calendarDays = Math.ceil((until - due) / dayMs)
  if (lateDays === 'calendar') return calendarDays
  for (let days = 1; days < calendarDays; days++) {
    const reached = plan.sameTimeAfter(due, days)
    if (reached === null || reached >= until) return days
  }
  return calendarDays
}
