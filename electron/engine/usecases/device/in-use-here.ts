import type { Instant } from '#shared/domain/time.ts'
import type { InUse } from '../ports.ts'
import { openShiftHere } from '../shift/open-shift-here.ts'
import type { ReadSet } from '../stores.ts'

/** Who or what is at work at this computer: an open shift has to be closed, and whoever is signed in to sign out, before it goes to another office. */
export async function inUseHere(
  db: Pick<ReadSet, 'things' | 'device' | 'sessions'>,
  now: Instant,
): Promise<readonly InUse[]> {
  const shift = await openShiftHere(db)
  const session = await db.sessions.anybody(now)
  return [...(shift ? (['shift'] as const) : []), ...(session ? (['session'] as const) : [])]
}
