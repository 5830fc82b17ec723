import type { Instant } from '#shared/domain/time.ts'
import type { InUse } from '../ports.ts'
import { openShiftHere } from '../shift/open-shift-here.ts'
import type { ReadSet } from '../stores.ts'

/**
 * Who or what is at work at this computer: an open shift has to be closed, and whoever is signed in to sign out, before it goes to another office. `seen`: hashes of
 * the tokens that were used since this engine began; a session that a closed window left behind is nobody's.
 */
export async function inUseHere(
  db: Pick<ReadSet, 'things' | 'device' | 'sessions'>,
  now: Instant,
  seen: readonly string[],
): Promise<readonly InUse[]> {
  const shift = await openShiftHere(db)
  const sessions = await Promise.all(seen.map((tokenHash) => db.sessions.find(tokenHash)))
  const session = sessions.some((one) => one !== null && one.endsAt > now)
  return [...(shift ? (['shift'] as const) : []), ...(session ? (['session'] as const) : [])]
}
