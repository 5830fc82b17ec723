import type { CalendarDay } from '../time.ts'

/** Day of the n-th birthday; somebody born on 29 February has it on 1 March in years without one. */
export function birthday(born: CalendarDay, years: number): CalendarDay {
  const [year, month, day] = born.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10)
}

/** Has the person turned `years` on this day (both local calendar days)? */
export function hasTurned(born: CalendarDay, years: number, today: CalendarDay): boolean {
  return birthday(born, years) <= today
}

/** KTP-el is given from this birthday on; who collects for others must have reached it. */
export const adultAge = 17
