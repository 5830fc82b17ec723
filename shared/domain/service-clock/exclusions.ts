import { hasTurned } from '../card/age.ts'
import type { OfficePlan } from '../office-calendar/office-plan.ts'
import type { CalendarDay, Instant } from '../time.ts'
import type { ExclusionGround, PromiseRules } from './promise-rules.ts'

/** What is known of the person and the card when the application is filed; days are local. */
export interface FiledFor {
  readonly filedOn: CalendarDay
  /** Null when nobody asked. */
  readonly birthDate: CalendarDay | null
  /** Day of the last print of the same card; null when there was none. */
  readonly lastPrintedOn: CalendarDay | null
  /** Day of the recording of photo and fingerprints; null when it is not known. */
  readonly recordedOn: CalendarDay | null
}

const recordingAge = 17

/** Grounds that follow from dates: reprinted too soon, recorded before the seventeenth birthday and filed for before it. */
export function groundsByDate(of: FiledFor, { reprintMonths }: Pick<PromiseRules, 'reprintMonths'>): ExclusionGround[] {
  const grounds: ExclusionGround[] = []
  if (of.lastPrintedOn !== null && of.filedOn < monthsAfter(of.lastPrintedOn, reprintMonths))
    grounds.push('recent-reprint')
  if (of.recordedOn !== null && of.birthDate !== null && !hasTurned(of.birthDate, recordingAge, of.recordedOn))
    grounds.push('recorded-at-16')
  return grounds
}

/** The grounds that put this application outside the promise here, each once, in the order of the pack. */
export function groundsInForce(
  of: { readonly filedAt: Instant; readonly grounds: readonly ExclusionGround[] },
  plan: OfficePlan,
  rules: Pick<PromiseRules, 'exclusions' | 'filedOutsideHours'>,
): readonly ExclusionGround[] {
  const outside = rules.filedOutsideHours === 'excluded' && !plan.isOpen(Date.parse(of.filedAt))
  const noted = of.grounds.length === 0 ? [] : rules.exclusions.filter((ground) => of.grounds.includes(ground))
  return outside && !noted.includes('filed-outside-hours') ? ['filed-outside-hours', ...noted] : noted
}

/** The same day of a later month, or its last day when the month is shorter. */
function monthsAfter(day: CalendarDay, months: number): CalendarDay {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10)
}
