import type { Instant } from '#shared/domain/time.ts'
import type { SessionRow } from '../secret-stores.ts'

const hour = 3_600_000
export const sessionHours = 12
/** The centre may set the time a little back each time it is heard. */
const toleranceMs = 300_000

const between = (from: Instant, to: Instant) => Date.parse(to) - Date.parse(from)

/**
 * Is its time over? By whichever time says so first: the PC's clock (`now`), which goes on in sleep, or the time that nobody can turn (`sure`). One that
 * begins in the future was begun while the clock stood ahead.
 */
export function isOver(session: SessionRow, { now, sure }: { readonly now: Instant; readonly sure: Instant }): boolean {
  const passed = between(session.beganSure, sure)
  return session.endsAt <= now || passed >= sessionHours * hour || passed < -toleranceMs
}

/** `minutes` after an instant. */
export const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()
