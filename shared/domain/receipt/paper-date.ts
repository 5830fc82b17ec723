import type { CalendarDay, Instant } from '../time.ts'
import { words } from './words.ts'

const zoneNames: Record<number, string> = { 7: 'WIB', 8: 'WITA', 9: 'WIT' }
const hourMs = 3_600_000

/** `2026-11-24T02:14:00.000Z` in `Asia/Jakarta` -> `Selasa, 24-11-2026 09.14 WIB`. Throws RangeError on a zone that does not exist. */
export function paperTime(at: Instant, zone: string): string {
  const { weekday, day, time } = localTime(at, zone)
  return `${weekday}, ${paperDay(day)} ${time}`
}

/** The parts of an instant as the zone writes them: `Selasa`, `2026-11-24`, `09.14 WIB`. Throws RangeError on a zone that does not exist. */
export function localTime(
  at: Instant,
  zone: string,
): { readonly weekday: string; readonly day: CalendarDay; readonly time: string } {
  const local = wallClock(at, zone)
  const offset = Math.round((local.getTime() - Math.floor(Date.parse(at) / 1000) * 1000) / hourMs)
  const zoneName = zoneNames[offset] ?? `UTC${offset < 0 ? '' : '+'}${offset}`
  const time = `${local.toISOString().slice(11, 16).replace(':', '.')} ${zoneName}`
  return { weekday: weekdayOf(local), day: local.toISOString().slice(0, 10), time }
}

/** `2026-11-24` -> `Selasa`. */
export const weekday = (day: CalendarDay): string => weekdayOf(new Date(`${day}T00:00:00Z`))

const weekdayOf = (date: Date): string => words.days[date.getUTCDay()] ?? ''

/** `2026-11-24` -> `24-11-2026`. */
export const paperDay = (day: CalendarDay): string => day.split('-').reverse().join('-')

/** The zone's wall clock, read as if it were UTC. */
function wallClock(at: Instant, zone: string): Date {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(at))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  return new Date(`${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}Z`)
}
