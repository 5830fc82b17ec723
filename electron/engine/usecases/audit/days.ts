import { startOfDay } from '#shared/domain/calendar/calendar-day.ts'
import type { CalendarDay, Instant } from '#shared/domain/time.ts'

/** From the beginning of one day to the end of another, by the clock of an office. */
export function spanOf(from: CalendarDay, to: CalendarDay, zone: string): { from: Instant; to: Instant } {
  const next = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return { from: startOfDay(from, zone), to: startOfDay(next, zone) }
}
