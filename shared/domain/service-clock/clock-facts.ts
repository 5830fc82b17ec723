import type { Incident } from '../incident/incident.ts'
import type { OfficePlan } from '../office-calendar/office-plan.ts'
import type { Instant } from '../time.ts'
import type { ExclusionGround, PromiseRules } from './promise-rules.ts'
import type { Return } from './stops.ts'

/** All that the clock of one application depends on. Times are the centre's where both are known. */
export interface ClockFacts {
  /** Code of the service catalogue. */
  readonly service: string
  readonly filedAt: Instant
  /** Accepted as complete; null: not yet. */
  readonly acceptedAt: Instant | null
  /** Ready as the service standard says; null: not yet. */
  readonly fulfilledAt: Instant | null
  /** Rejected or withdrawn by the citizen: nothing runs any more. */
  readonly cancelledAt: Instant | null
  readonly returns: readonly Return[]
  /** Of the centre's register, those that struck it (`incidentsOf`). */
  readonly incidents: readonly Incident[]
  readonly grounds: readonly ExclusionGround[]
}

export interface ClockTerms {
  readonly rules: PromiseRules
  /** Of the handling unit's calendar; make it once and use it for all. */
  readonly plan: OfficePlan
}
