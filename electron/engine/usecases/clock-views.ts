import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Incident } from '#shared/domain/incident/incident.ts'
import type { ClockTerms } from '#shared/domain/service-clock/clock-facts.ts'
import type { Instant } from '#shared/domain/time.ts'

/** What the clock of one unit's applications hangs on. */
export interface UnitTerms {
  readonly terms: ClockTerms
  /** Incidents as they are known here. */
  readonly register: readonly Incident[]
}

/** One window of the list of promises, as asked by the screen. */
export type PromisePage = InputOf<'promise.list'>
export type PromiseFilter = PromisePage['filter']

/** The times that part the states: now, and the first moment that is not "soon" any more. */
export interface PromiseMoments {
  readonly now: Instant
  readonly soonUntil: Instant
}

export interface PromiseReads {
  /** Of the unit with this scope. */
  terms(scope: string): Promise<UnitTerms>
  page(of: PromisePage, at: PromiseMoments): Promise<{ rows: readonly Application[]; total: number }>
  counts(search: string, at: PromiseMoments): Promise<Readonly<Record<PromiseFilter, number>>>
}
