import type { CalendarDay } from '../time.ts'

/** Is this a day that a calendar has? 30 February is none. */
export function isCalendarDay(text: string | undefined): text is CalendarDay {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const read = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text)
}
