import { gateLimits } from '#shared/domain/gate/gate-limits.ts'
import { type Gate, gatesOf } from '#shared/domain/gate/gates.ts'
import type { Instant } from '#shared/domain/time.ts'
import { countsFrom } from '../session/offline-days.ts'
import type { ReadSet } from '../stores.ts'

/** What is measured outside of the database: the centre's time as far as it is known here, and the free disk in bytes. */
export interface GateMeasures {
  readonly now: Instant
  readonly freeDiskBytes: number | null
}

type Needed = Pick<ReadSet, 'settings' | 'device' | 'outbox' | 'staffSecrets'>

/** The gates that are near or shut, for the person who works (null: for nobody in particular). */
export async function gatesNow(
  db: Needed,
  { now, freeDiskBytes }: GateMeasures,
  staffId: string | null,
): Promise<readonly Gate[]> {
  const { count, oldestAt } = await db.outbox.waiting()
  const offset = (await db.device.clockOffsetMs()) ?? 0
  const secret = staffId === null ? null : await db.staffSecrets.find(staffId)
  const limits = gateLimits(await db.settings.region())
  return gatesOf(
    {
      now,
      syncedAt: await db.device.syncedAt(),
      // Acts bear this computer's time.
      unsent: { count, oldestAt: oldestAt && new Date(Date.parse(oldestAt) + offset).toISOString() },
      freeDiskBytes,
      onlineSignInAt: countsFrom(secret, limits.daysSinceOnlineSignIn),
    },
    limits,
  )
}
