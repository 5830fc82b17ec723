import type { PromiseLine } from '#shared/contract/engine/promise.ts'
import type { Application } from '#shared/domain/application/application.ts'
import { clockFactsOf } from '#shared/domain/service-clock/facts-of.ts'
import { serviceClock } from '#shared/domain/service-clock/service-clock.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadSet } from '../stores.ts'

/** How one application stands now. */
export async function promiseLine(db: ReadSet, application: Application, now: Instant): Promise<PromiseLine> {
  const { id, kitirNumber, applicantName, service, status, fulfilledAt, collectionUnit } = application
  const { terms, register } = await db.promises.terms(collectionUnit)
  const clock = serviceClock(clockFactsOf(application, register), terms, now)
  return {
    applicationId: id,
    kitirNumber,
    applicantName,
    service,
    status,
    fulfilledAt,
    clock: { ...clock, grounds: [...clock.grounds] },
    openComplaints: await db.things.count('complaint', { about: id, states: ['open'] }),
  }
}
