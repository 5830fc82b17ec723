import { startOfDay } from '../calendar/calendar-day.ts'
import type { CalendarDay, Instant } from '../time.ts'
import type { OfficePlan } from './office-plan.ts'

const iso = (ms: number | null): Instant | null => (ms === null ? null : new Date(ms).toISOString())

export const isOpenAt = (plan: OfficePlan, at: Instant): boolean => plan.isOpen(Date.parse(at))

/** The instant itself when the office is open then on a day that counts; null when no opening is known for the next two years. */
export const nextOpening = (plan: OfficePlan, at: Instant): Instant | null => iso(plan.nextOpening(Date.parse(at)))

/** The first working day after a day; null when none is known for the next two years. */
export function nextWorkingDay(plan: OfficePlan, after: CalendarDay): CalendarDay | null {
  const at = plan.sameTimeAfter(Date.parse(startOfDay(after, plan.calendar.zone)), 1)
  return at === null ? null : plan.dayOf(at)
}

/** When the office worked between two instants: opening hours of working days, cut to the two ends, in order. */
export const workingIntervals = (plan: OfficePlan, from: Instant, to: Instant): { from: Instant; to: Instant }[] =>
  plan.workingIntervals(Date.parse(from), Date.parse(to)).map((piece) => ({
    from: new Date(piece.from).toISOString(),
    to: new Date(piece.to).toISOString(),
  }))
