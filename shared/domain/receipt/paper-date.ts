import type { CalendarDay, Instant } from '../time.ts'
import { words } from './words.ts'

const zoneNames: Record<number, string> = { 7: 'WIB', 8: 'WITA', 9: 'WIT' }
const hourMs = 3_600_000

/** `2026-11-24T02:14:00.000Z` in `Asia/Jakarta` -> `Selasa, 24-11-2026 09.14 WIB`. Throws RangeError on a zone that does not exist. */
export function paperTime(at: Instant, zone: string): string {
  const local = wallClock(at, zone)
  const offset = Math.round((local.getTime() - Math.floor(Date.parse(at) / 1000) * 1000) / hourMs)
  const day = paperDay(local.toISOString().slice(0, 10))
  const time = local.toISOString().slice(11, 16).replace(':', '.')
  return `${words.days[local.getUTCDay()]}, ${day} ${time} ${zoneNames[offset] ?? `UTC${offset < 0 ? '' : '+'}${offset}`}`
}

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
