import type { CalendarDay, Instant } from '../time.ts'

/** Calendar day of an instant in an IANA zone. Throws RangeError on a zone that does not exist. */
export function calendarDay(at: Instant, zone: string): CalendarDay {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(at))
}

const hour = 3_600_000

/** The first instant of a calendar day in a zone; zones are between UTC-12 and UTC+14. */
export function startOfDay(day: CalendarDay, zone: string): Instant {
  const midnight = Date.parse(`${day}T00:00:00.000Z`)
  for (let quarter = -14 * 4; quarter <= 12 * 4; quarter++) {
    const at = new Date(midnight + (quarter * hour) / 4).toISOString()
    if (calendarDay(at, zone) >= day) return at
  }
  throw new RangeError(`no start of ${day} in ${zone}`)
}
