import type { FiledContent } from '#shared/domain/filing/filing.ts'
import { groundsOf } from '#shared/domain/filing/grounds-of.ts'
import { groundsSaid } from '#shared/domain/filing/grounds-said.ts'
import type { ClockFacts } from '#shared/domain/service-clock/clock-facts.ts'
import type { ExclusionGround } from '#shared/domain/service-clock/promise-rules.ts'
import { serviceClock } from '#shared/domain/service-clock/service-clock.ts'
import type { CalendarDay, Instant } from '#shared/domain/time.ts'
import type { ReadSet } from '../stores.ts'

interface Asked {
  readonly service: string
  readonly unit: string
  readonly content: Pick<FiledContent, 'answers'>
  readonly day: CalendarDay
}

interface Expected {
  /** When it will be ready if its papers are found complete at once; null: nothing is promised, or the calendar knows no such day. */
  readonly expectedAt: Instant | null
  /** Absent where nothing puts it outside the promise. */
  readonly grounds?: readonly ExclusionGround[]
}

/** What the citizen may be told, by the promise of the service and what was said. */
export async function expectedOf(
  db: Pick<ReadSet, 'promises'>,
  { service, unit, content, day }: Asked,
  at: Instant,
): Promise<Expected> {
  const { terms } = await db.promises.terms(unit)
  const grounds = groundsOf(content, day, terms.rules)
  const facts: ClockFacts = {
    ...{ service, filedAt: at, acceptedAt: at, fulfilledAt: null, cancelledAt: null },
    ...{ returns: [], incidents: [], grounds: groundsSaid(content, grounds) ?? [] },
  }
  return { expectedAt: serviceClock(facts, terms, at).dueAt, ...(grounds.length > 0 && { grounds }) }
}
