import type { Application } from '../application/application.ts'
import type { Incident } from '../incident/incident.ts'
import type { OfficeCalendar } from '../office-calendar/office-calendar.ts'
import { OfficePlan } from '../office-calendar/office-plan.ts'
import { unitCalendar } from '../office-calendar/unit-calendar.ts'
import type { RegionPack } from '../region/region-pack.ts'
import type { Unit } from '../region/unit.ts'
import type { Instant } from '../time.ts'
import type { ClockFacts, ClockTerms } from './clock-facts.ts'
import { clockFactsOf } from './facts-of.ts'
import { type ServiceClock, serviceClock } from './service-clock.ts'

/** The clock of one application with all that it was worked out from. */
export interface ApplicationClock {
  readonly clock: ServiceClock
  readonly facts: ClockFacts
  readonly terms: ClockTerms
}

/**
 * The terms of a unit: the rules of its city, its own calendar; `row`: the calendar that the centre keeps of it, null where there is none and the pack's
 * serves. Made once, they serve for all its applications.
 */
export const unitTerms = (
  unit: Pick<Unit, 'scope' | 'kind' | 'zone'>,
  region: Pick<RegionPack, 'office' | 'promise'>,
  row: OfficeCalendar | null,
): ClockTerms => ({ rules: region.promise, plan: new OfficePlan(row ?? unitCalendar(unit, region)) })

/**
 * The clock that compensation is about: the first window that was missed, or the one that runs. That the office has to do it again (wrong data) does not undo that
 * it was late. Pure.
 */
export function claimClock(
  application: Application,
  register: readonly Incident[],
  terms: ClockTerms,
  now: Instant,
): ApplicationClock {
  for (const { until, ...window } of application.earlier ?? []) {
    const ended = { ...window, fulfilledAt: window.fulfilledAt ?? until, returns: window.returns ?? [] }
    const found = applicationClock({ ...application, ...ended }, register, terms, now)
    if (found.clock.state === 'late') return found
  }
  return applicationClock(application, register, terms, now)
}

/** The clock of an application by what is known where it is asked; `register`: incidents, of which those count that struck it. Pure. */
export function applicationClock(
  application: Application,
  register: readonly Incident[],
  terms: ClockTerms,
  now: Instant,
): ApplicationClock {
  const facts = clockFactsOf(application, register)
  return { clock: serviceClock(facts, terms, now), facts, terms }
}
