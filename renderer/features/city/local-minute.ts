import { startOfDay } from '#shared/domain/calendar/calendar-day.ts'

const minute = 60_000
const shape = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})[ ,]+(\d{1,2})[.:](\d{2})$/

/** What is typed for a day and time (`24-11-2026 09.14`), read in the zone of the unit and not of this PC; null while it says no time. */
export function instantOf(typed: string, zone: string): string | null {
  const [, day = '', month = '', year = '', hours = '', minutes = ''] = shape.exec(typed.trim()) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const known = year !== '' && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso)
  if (!known || Number(hours) > 23 || Number(minutes) > 59) return null
  const after = Number(hours) * 60 + Number(minutes)
  return new Date(Date.parse(startOfDay(iso, zone)) + after * minute).toISOString()
}

/** An instant as it would be typed. */
export function localOf(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at)
  const [day = '', time = ''] = parts.split(' ')
  return `${day.split('-').toReversed().join('-')} ${time.replace(':', '.')}`
}
