import { calendarDay } from '../calendar/calendar-day.ts'
import type { Case } from '../handover/handover.ts'

/** How people name a case: `K-2611-3F7A`, year and month of its opening in the zone, then the end of its id. */
export function caseNumber({ id, openedAt }: Pick<Case, 'id' | 'openedAt'>, zone: string): string {
  const month = calendarDay(openedAt, zone).slice(2, 7).replace('-', '')
  return `K-${month}-${id
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(-4)
    .toUpperCase()}`
}
