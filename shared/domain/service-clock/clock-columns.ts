import type { Application } from '../application/application.ts'
import type { Incident } from '../incident/incident.ts'
import type { Instant } from '../time.ts'
import type { ClockTerms } from './clock-facts.ts'
import { clockFactsOf } from './facts-of.ts'
import { serviceClock } from './service-clock.ts'

/** By what applications are listed and counted, at the desks and at the centre: whether a due time runs, and which. */
export interface ClockColumns {
  readonly clock: 'timed' | 'paused' | 'excluded' | 'none'
  readonly dueAt: Instant | null
}

/** What the clocks of a unit hang on; of the register those count that struck an application. */
interface KnownOfUnit {
  readonly terms: ClockTerms
  readonly register: readonly Incident[]
}

/**
 * The same whenever it is worked out: looked at from after everything that is known of the application, its start included, so that a due time stands until
 * one of its facts changes, and only the lists compare it with the time of day.
 */
export function clockColumns(application: Application, { terms, register }: KnownOfUnit): ClockColumns {
  const facts = clockFactsOf(application, register)
  const accepted = Date.parse(facts.acceptedAt ?? facts.filedAt)
  let last = terms.plan.nextOpening(accepted) ?? accepted
  for (const { from, to } of [...facts.returns, ...facts.incidents]) last = Math.max(last, Date.parse(to ?? from))
  // A millisecond later: at its very end a stop still lies over another that goes on, and at its beginning it has stopped nothing yet.
  const { state, dueAt } = serviceClock(facts, terms, terms.plan.instant(last + 1))
  const timed = state !== 'none' && state !== 'excluded' && state !== 'paused'
  return timed ? { clock: 'timed', dueAt } : { clock: state, dueAt: null }
}
