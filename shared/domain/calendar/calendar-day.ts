import type { CalendarDay, Instant } from '../time.ts'

/** Calendar day of an instant in an IANA zone. Throws RangeError on a zone that does not exist. */
export function calendarDay(at: Instant, zone: string): CalendarDay {
  return wallClock(zone)(Date.parse(at)).slice(0, 10)
}

/** The first instant of a calendar day in a zone (where midnight exists, as it does in Indonesia). */
export function startOfDay(day: CalendarDay, zone: string): Instant {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const clock = wallClock(zone)
  const aheadAt = (ms: number) => Date.parse(`${clock(ms).replace(' ', 'T')}Z`) - ms
  return new Date(midnight - aheadAt(midnight - aheadAt(midnight))).toISOString()
}

/** Formats by zone: making one takes longer than everything else a hand-over computes. Holds nothing but what can be made again. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** Milliseconds of an instant -> `2026-11-24 09:14:00` as the zone's clocks show it. */
function wallClock(zone: string): (ms: number) => string {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  formats.set(zone, format)
  return (ms) => format.format(new Date(ms))
}
