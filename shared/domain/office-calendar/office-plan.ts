import { startOfDay } from '../calendar/calendar-day.ts'
import { instantWriter } from '../calendar/instant-writer.ts'
import type { CalendarDay } from '../time.ts'
import {
  type DayOffReason,
  type OfficeCalendar,
  type OfficeDay,
  type OpeningHours,
  officeDay,
} from './office-calendar.ts'

const dayMs = 86_400_000
/** How far ahead an opening is looked for, in days: a calendar that is never open again must not be searched for ever. */
const searchDays = 800
/** Days that a plan reaches at most (a century): beyond it nothing is open, so that a mistaken year costs nothing. */
const longest = 36_600

/** A day that the promise does not count, and why; `name` is empty for a weekend. */
export interface DayOff {
  readonly day: CalendarDay
  readonly reason: DayOffReason
  readonly name: string
}

interface PlannedDay extends OfficeDay {
  /** Milliseconds after local midnight, in order, not overlapping. */
  readonly open: readonly (readonly [from: number, to: number])[]
  /** Office time of working days before this day, in milliseconds. */
  readonly before: number
}

/**
 * An office calendar made fast: days are worked out once, when first asked for, and then looked up. All instants are milliseconds since 1970 (UTC), so
 * that neither the PC's zone nor Intl is asked per application. "Office time" is opening time of working days. Answers never depend on what was asked before.
 */
export class OfficePlan {
  readonly calendar: OfficeCalendar
  /** Writes milliseconds as an instant, fast. */
  readonly instant = instantWriter()
  readonly #offsetMs: number
  readonly #first: number
  readonly #days: PlannedDay[] = []

  /** Throws RangeError on a zone that does not exist, or whose clocks change during the year (none does in Indonesia). */
  constructor(calendar: OfficeCalendar) {
    this.calendar = calendar
    const from = calendar.weeks.map(({ validFrom }) => validFrom).sort()[0] ?? '2020-01-01'
    this.#offsetMs = fixedOffset(calendar.zone, Number(from.slice(0, 4)))
    this.#first = Date.parse(`${from}T00:00:00Z`) / dayMs
  }

  /** Local calendar day of an instant. */
  dayOf(at: number): CalendarDay {
    return new Date(at + this.#offsetMs).toISOString().slice(0, 10)
  }

  isOpen(at: number): boolean {
    const index = this.#indexOf(at)
    const time = at - this.#midnight(index)
    return this.#day(index).open.some(([from, to]) => from <= time && time < to)
  }

  /**
   * The instant itself when it is open on a day that counts, else the next opening of such a day; null when none is known. A Saturday that is open and does
   * not count is passed over: what is accepted later would else be due earlier.
   */
  nextOpening(at: number): number | null {
    const first = Math.max(this.#indexOf(at), 0)
    for (let index = first; index < first + searchDays; index++) {
      const midnight = this.#midnight(index)
      const { open, working } = this.#day(index)
      const opening = working ? open.find(([, to]) => at < midnight + to) : undefined
      if (opening) return Math.max(at, midnight + opening[0])
    }
    return null
  }

  /** The same local time, `count` (1 or more) working days later; null when there are not so many. */
  sameTimeAfter(at: number, count: number): number | null {
    const start = this.#indexOf(at)
    let left = count
    for (let index = Math.max(start, -1) + 1; index < Math.max(start, 0) + searchDays; index++) {
      if (this.#day(index).working) left--
      if (left <= 0) return at + (index - start) * dayMs
    }
    return null
  }

  /** Office time between two instants, in milliseconds; 0 when the second is not the later one. */
  officeTime(from: number, to: number): number {
    return to <= from ? 0 : this.#officeTimeBefore(to) - this.#officeTimeBefore(from)
  }

  /** The first instant by which so much office time (ms) has passed since `from`; `from` itself for none, null when so much never comes. */
  afterOfficeTime(from: number, amount: number): number | null {
    if (amount <= 0) return from
    const target = this.#officeTimeBefore(from) + amount
    const first = Math.max(this.#indexOf(from), 0)
    let idle = 0
    for (let index = first; idle < searchDays; index++) {
      const { before, open, working } = this.#day(index)
      idle = working ? 0 : idle + 1
      if (!working || before + lengthOf(open) < target) continue
      return this.#midnight(index) + timeAt(open, target - before)
    }
    return null
  }

  /** Days between two instants, both days left out, that the promise does not count. */
  daysOffBetween(from: number, to: number): DayOff[] {
    const found: DayOff[] = []
    for (let index = this.#indexOf(from) + 1; index < this.#indexOf(to); index++) {
      const { off } = this.#day(index)
      if (off) found.push({ day: this.dayOf(this.#midnight(index)), ...off })
    }
    return found
  }

  /** Office time between two instants, piece by piece. */
  workingIntervals(from: number, to: number): { from: number; to: number }[] {
    const found = []
    for (let index = Math.max(this.#indexOf(from), 0); index <= this.#indexOf(to); index++) {
      const { open, working } = this.#day(index)
      const midnight = this.#midnight(index)
      for (const [opens, closes] of working ? open : []) {
        const piece = { from: Math.max(from, midnight + opens), to: Math.min(to, midnight + closes) }
        if (piece.from < piece.to) found.push(piece)
      }
    }
    return found
  }

  #indexOf(at: number): number {
    return Math.floor((at + this.#offsetMs) / dayMs) - this.#first
  }

  #midnight(index: number): number {
    return (this.#first + index) * dayMs - this.#offsetMs
  }

  #officeTimeBefore(at: number): number {
    const index = this.#indexOf(at)
    const { before, open, working } = this.#day(index)
    if (!working) return before
    const time = at - this.#midnight(index)
    let passed = before
    for (const [from, to] of open) if (from < time) passed += Math.min(time, to) - from
    return passed
  }

  #day(index: number): PlannedDay {
    if (index < 0) return nothing
    const days = this.#days
    while (days.length <= index && days.length < longest) days.push(this.#plan(days.length, days.at(-1)))
    return days[index] ?? { ...nothing, before: endOf(days.at(-1)) }
  }

  #plan(index: number, previous: PlannedDay | undefined): PlannedDay {
    const day = officeDay(this.calendar, new Date((this.#first + index) * dayMs).toISOString().slice(0, 10))
    return { ...day, open: merged(day.hours), before: endOf(previous) }
  }
}

const nothing: PlannedDay = { hours: [], working: false, off: { reason: 'closed', name: '' }, open: [], before: 0 }

const lengthOf = (open: PlannedDay['open']) => open.reduce((sum, [from, to]) => sum + to - from, 0)

const endOf = (day: PlannedDay | undefined) => (day ? day.before + (day.working ? lengthOf(day.open) : 0) : 0)

/** Milliseconds after midnight at which so much of the day's opening time has passed. */
function timeAt(open: PlannedDay['open'], amount: number): number {
  let left = amount
  for (const [from, to] of open) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  return dayMs
}

const msOf = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000

function merged(hours: readonly OpeningHours[]): [number, number][] {
  const found: [number, number][] = []
  const sorted = hours.map(({ from, to }): [number, number] => [msOf(from), msOf(to)]).sort(([a], [b]) => a - b)
  for (const [from, to] of sorted) {
    const last = found.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else if (from < to) found.push([from, to])
  }
  return found
}

/** How far the zone is ahead of UTC, in milliseconds, looked at in winter and summer of ten years. */
function fixedOffset(zone: string, year: number): number {
  const ahead = (day: CalendarDay) => Date.parse(`${day}T00:00:00Z`) - Date.parse(startOfDay(day, zone))
  const offsets = new Set<number>()
  for (let y = year; y < year + 10; y++) for (const day of ['01-15', '07-15']) offsets.add(ahead(`${y}-${day}`))
  const [offset = 0, ...others] = offsets
  if (others.length > 0) throw new RangeError(`the clocks of ${zone} change during the year`)
  return offset
}
