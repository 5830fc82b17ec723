import type { CalendarDay } from '../time.ts'
import { type OfficeRules, officeDay } from './office-calendar.ts'

const dayMs = 86_400_000
/** How far back an open day is looked for: longer than any closure. */
const searchDays = 60

/** The last `count` days on which the unit is open at all (a Saturday too), oldest first; today is among them when it is one. */
export function lastOpenDays(calendar: OfficeRules, today: CalendarDay, count: number): readonly CalendarDay[] {
  const days: CalendarDay[] = []
  for (let back = 0; back < searchDays && days.length < count; back++) {
    const day = new Date(Date.parse(`${today}T00:00:00Z`) - back * dayMs).toISOString().slice(0, 10)
    if (officeDay(calendar, day).hours.length > 0) days.unshift(day)
  }
  return days
}
