import { gateLimits } from '#shared/domain/gate/gate-limits.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { StaffSecretRow } from '../secret-stores.ts'
import type { ReadSet } from '../stores.ts'

const day = 86_400_000

/** From when the days without the centre count for somebody: the last sign-in with it, moved on by a supervisor's leave; null: there was none. */
export function countsFrom(
  secret: Pick<StaffSecretRow, 'onlineAt' | 'extendedUntil'> | null,
  limitDays: number,
): Instant | null {
  if (!secret?.onlineAt) return null
  if (secret.extendedUntil === null) return secret.onlineAt
  const moved = Date.parse(secret.extendedUntil) - limitDays * day
  return new Date(Math.max(moved, Date.parse(secret.onlineAt))).toISOString()
}

/** May this person sign in without the centre, as far as days go? */
export async function isFresh(
  db: Pick<ReadSet, 'settings'>,
  secret: StaffSecretRow | null,
  now: Instant,
): Promise<boolean> {
  const { daysSinceOnlineSignIn } = gateLimits(await db.settings.region())
  const from = countsFrom(secret, daysSinceOnlineSignIn)
  return from !== null && Date.parse(now) - Date.parse(from) < daysSinceOnlineSignIn * day
}

/** The end of a leave given now. */
export async function extensionFrom(db: Pick<ReadSet, 'settings'>, now: Instant): Promise<Instant> {
  const { daysOfExtension } = gateLimits(await db.settings.region())
  return new Date(Date.parse(now) + daysOfExtension * day).toISOString()
}
