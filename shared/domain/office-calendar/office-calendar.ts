import type { CalendarDay } from '../time.ts'

/** Local wall-clock times of one opening, `07:30` to `16:00`; `to` is the first minute that is closed, `24:00` is midnight. */
export interface OpeningHours {
  readonly from: string
  readonly to: string
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

/** The ordinary week from a day on, until the next one begins (Ramadan hours are a week of their own). No hours: closed. */
export interface OfficeWeek {
  readonly validFrom: CalendarDay
  readonly hours: Readonly<Record<Weekday, readonly OpeningHours[]>>
}

/** libur nasional, cuti bersama, tutup (wholly or for some hours), buka di luar hari biasa. */
export type DayExceptionKind = 'national-holiday' | 'joint-leave' | 'closure' | 'extra-opening'

/** What is different on one day. It replaces the ordinary day wholly, so an extra opening on a holiday is one exception, not two. */
export interface DayException {
  readonly kind: DayExceptionKind
  /** In the city's words, for screen and paper: `Hari Raya Natal`. */
  readonly name: string
  /** Empty: closed all day. */
  readonly hours: readonly OpeningHours[]
  /** Does the promise count this day, so that a due time may fall on it? */
  readonly working: boolean
}

/** When one unit is open: a replicable row. Before the first week nothing is open. */
export interface OfficeCalendar {
  readonly id: string
  readonly scope: string
  /** IANA zone, e.g. `Asia/Jakarta`. */
  readonly zone: string
  /** Is a Saturday with opening hours a working day of the promise? Open it is either way. */
  readonly saturdayCounts: boolean
  /** In any order. */
  readonly weeks: readonly OfficeWeek[]
  readonly exceptions: Readonly<Record<CalendarDay, DayException>>
}

/** What a calendar says, without whose it is. */
export type OfficeRules = Pick<OfficeCalendar, 'saturdayCounts' | 'weeks' | 'exceptions'>

/** Why the promise does not count a day. */
export type DayOffReason = DayExceptionKind | 'weekend' | 'closed'

export interface OfficeDay {
  readonly hours: readonly OpeningHours[]
  readonly working: boolean
  /** null on a working day. */
  readonly off: { readonly reason: DayOffReason; readonly name: string } | null
}

const dayMs = 86_400_000

/** Monday is 0. */
const weekdayOf = (day: CalendarDay): Weekday =>
  weekdays[(Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs) + 3) % 7] ?? 'monday'

/** The rule for one day. A Sunday never counts by its week; only an exception can make it a working day. */
export function officeDay(calendar: OfficeRules, day: CalendarDay): OfficeDay {
  const exception = calendar.exceptions[day]
  return exception ? exceptionalDay(exception) : ordinaryDay(calendar, day)
}

function exceptionalDay({ kind, name, hours, working }: DayException): OfficeDay {
  const counts = working && hours.length > 0
  return { hours, working: counts, off: counts ? null : { reason: kind, name } }
}

function ordinaryDay({ weeks, saturdayCounts }: OfficeRules, day: CalendarDay): OfficeDay {
  const weekday = weekdayOf(day)
  const hours = weekOf(weeks, day)?.hours[weekday] ?? []
  const weekend = weekday === 'sunday' || (weekday === 'saturday' && !saturdayCounts)
  const working = hours.length > 0 && !weekend
  return { hours, working, off: working ? null : { reason: weekend ? 'weekend' : 'closed', name: '' } }
}

function weekOf(weeks: readonly OfficeWeek[], day: CalendarDay): OfficeWeek | null {
  let found: OfficeWeek | null = null
  for (const week of weeks)
    if (week.validFrom <= day && (found === null || week.validFrom > found.validFrom)) found = week
  return found
}
