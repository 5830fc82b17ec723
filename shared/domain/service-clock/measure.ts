import type { OfficePlan } from '../office-calendar/office-plan.ts'
import type { Instant } from '../time.ts'
import type { ClockFacts, ClockTerms } from './clock-facts.ts'
import type { ClockStep } from './clock-step.ts'
import { groundsInForce } from './exclusions.ts'
import type { ExclusionGround } from './promise-rules.ts'
import { moveDue, type Stop } from './stops.ts'

/** What was worked out, in milliseconds. */
export interface Measured {
  readonly accepted: number
  readonly start: number
  readonly firstDue: number
  readonly due: number
  /** When it was fulfilled, else now. */
  readonly end: number
  readonly stops: readonly Stop[]
}

export type Found =
  | { readonly kind: 'nothing'; readonly why: ClockStep }
  | { readonly kind: 'excluded'; readonly grounds: readonly ExclusionGround[] }
  | { readonly kind: 'measured'; readonly measured: Measured }

/** Is anything promised, and by when? What a reading and its explanation share. */
export function measureClock(facts: ClockFacts, { rules, plan }: ClockTerms, now: Instant): Found {
  const standard = rules.services[facts.service]
  if (!standard || (standard.promisedWorkingDays === null && standard.excludedBy === null))
    return nothing({ code: 'no-promise', values: { service: facts.service } })
  if (facts.cancelledAt !== null) return nothing({ code: 'cancelled', values: { at: facts.cancelledAt } })
  const noted = groundsInForce(facts, plan, rules)
  const grounds = standard.excludedBy === null ? noted : [...new Set([standard.excludedBy, ...noted])]
  if (grounds.length > 0) return { kind: 'excluded', grounds }
  if (facts.acceptedAt === null) return nothing({ code: 'not-accepted', values: {} })
  const measured = measure(facts, facts.acceptedAt, standard.promisedWorkingDays ?? 1, plan, now)
  return measured ? { kind: 'measured', measured } : nothing({ code: 'no-working-day-known', values: {} })
}

const nothing = (why: ClockStep): Found => ({ kind: 'nothing', why })

function measure(
  facts: ClockFacts,
  acceptedAt: Instant,
  days: number,
  plan: OfficePlan,
  now: Instant,
): Measured | null {
  const accepted = Date.parse(acceptedAt)
  const start = plan.nextOpening(accepted)
  const firstDue = start === null ? null : plan.sameTimeAfter(start, days)
  if (start === null || firstDue === null) return null
  const end = Date.parse(facts.fulfilledAt ?? now)
  const { due, stops } = moveDue(facts, plan, { start, due: firstDue, end })
  return due === null ? null : { accepted, start, firstDue, due, end, stops }
}
