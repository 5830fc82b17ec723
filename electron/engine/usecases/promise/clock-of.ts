import type { Application } from '#shared/domain/application/application.ts'
import { type ApplicationClock, claimClock } from '#shared/domain/service-clock/application-clock.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadSet } from '../stores.ts'

/** The 1x24 h clock that a claim of the application is about, by what this device knows: its row, the incidents of its unit, the unit's calendar. */
export async function claimClockOf(
  db: Pick<ReadSet, 'promises'>,
  application: Application,
  now: Instant,
): Promise<ApplicationClock> {
  const { terms, register } = await db.promises.terms(application.collectionUnit)
  return claimClock(application, register, terms, now)
}
