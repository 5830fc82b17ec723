import type { ClockFacts } from '#shared/domain/service-clock/clock-facts.ts'
import { serviceClock } from '#shared/domain/service-clock/service-clock.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadSet } from '../stores.ts'

/** When it will be ready if its papers are found complete at once; null: its service promises nothing, or the calendar knows no such day. */
export async function expectedAt(
  db: Pick<ReadSet, 'promises'>,
  { service, unit }: { readonly service: string; readonly unit: string },
  at: Instant,
): Promise<Instant | null> {
  const { terms } = await db.promises.terms(unit)
  const facts: ClockFacts = {
    ...{ service, filedAt: at, acceptedAt: at, fulfilledAt: null, cancelledAt: null },
    ...{ returns: [], incidents: [], grounds: [] },
  }
  return serviceClock(facts, terms, at).dueAt
}
