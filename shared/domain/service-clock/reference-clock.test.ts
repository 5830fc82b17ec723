import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type OfficeCalendar, officeDay } from '../office-calendar/office-calendar.ts'
import { OfficePlan } from '../office-calendar/office-plan.ts'
import { aCalendar, from, kelurahanWeek } from '../office-calendar/testing/a-calendar.ts'
import type { ClockFacts } from './clock-facts.ts'
import { serviceClock } from './service-clock.ts'
import { anApplication, anIncident, rules } from './testing/an-application.ts'

// The slow, obvious clock: it walks over the calendar minute by minute and knows nothing of plans, sums and searches.
const minute = 60_000
const hoursAhead: Record<string, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }
const iso = (ms: number) => new Date(ms).toISOString()

function slowCalendar(calendar: OfficeCalendar) {
  const at = (ms: number) => {
    const local = iso(ms + (hoursAhead[calendar.zone] ?? 0) * 60 * minute)
    const day = officeDay(calendar, local.slice(0, 10))
    const open = day.hours.some((hours) => hours.from <= local.slice(11, 16) && local.slice(11, 16) < hours.to)
    return { open, working: open && day.working, workingDay: day.working }
  }
  const known = new Map<number, ReturnType<typeof at>>()
  return (ms: number) => {
    const found = known.get(ms) ?? at(ms)
    known.set(ms, found)
    return found
  }
}

function slowClock(facts: ClockFacts, calendar: OfficeCalendar, now: number) {
  const at = slowCalendar(calendar)
  const stops = [...facts.returns, ...facts.incidents].map((stop) => ({
    from: Date.parse(stop.from),
    to: stop.to === null ? Number.POSITIVE_INFINITY : Date.parse(stop.to),
  }))
  const stopped = (ms: number) => stops.some((stop) => stop.from <= ms && ms < stop.to)
  const minutesOf = (begin: number, until: number, counts: (ms: number) => boolean) => {
    let count = 0
    for (let ms = begin; ms < until; ms += minute) if (counts(ms)) count++
    return count
  }
  const aWorkingMinuteAfter = (begin: number) => {
    let ms = begin
    while (!at(ms).working) ms += minute
    return ms + minute
  }

  let start = Date.parse(facts.acceptedAt ?? '')
  while (!at(start).open) start += minute
  let due = start + 1440 * minute
  while (!at(due).workingDay) due += 1440 * minute
  const end = facts.fulfilledAt === null ? now : Date.parse(facts.fulfilledAt)
  for (let ms = start; ms < end; ms += minute) {
    if (!stopped(ms) || ms > due) continue
    if (at(ms).working) due = aWorkingMinuteAfter(due)
    due = Math.max(due, ms + minute)
  }
  const officeLeft = facts.fulfilledAt === null ? minutesOf(now, due, (ms) => at(ms).working) * 60 : 0
  const paused = end > start && stopped(end) && stopped(end - minute)
  const running = paused ? 'paused' : officeLeft <= rules.dueSoonOfficeMinutes * 60 ? 'due-soon' : 'running'
  return {
    state: end > due ? 'late' : facts.fulfilledAt === null ? running : 'on-time',
    startAt: iso(start),
    dueAt: iso(due),
    netUsedSeconds: minutesOf(start, end, (ms) => at(ms).working && !stopped(ms)) * 60,
    secondsLeft: facts.fulfilledAt === null ? Math.max(due - now, 0) / 1000 : 0,
    officeSecondsLeft: officeLeft,
    secondsLate: Math.max(end - due, 0) / 1000,
  }
}

// Ten days from a Wednesday before a leap day, and from one before Christmas.
const beginnings = ['2028-02-23', '2026-12-16'] as const
const anyHours = fc.constantFrom([], from('07:30', '16:00'), [...from('08:00', '11:45'), ...from('12:30', '15:00')])
const anyException = fc.record({
  kind: fc.constantFrom(
    'national-holiday' as const,
    'joint-leave' as const,
    'closure' as const,
    'extra-opening' as const,
  ),
  name: fc.constant('x'),
  hours: anyHours,
  working: fc.boolean(),
})
const dayAfter = (day: string, count: number) =>
  iso(Date.parse(`${day}T00:00:00Z`) + count * 1440 * minute).slice(0, 10)

const anyCalendar = (begin: string) =>
  fc
    .record({
      zone: fc.constantFrom(...Object.keys(hoursAhead)),
      saturdayCounts: fc.boolean(),
      wednesday: anyHours,
      exceptions: fc.dictionary(
        fc.nat({ max: 9 }).map((n) => dayAfter(begin, n)),
        anyException,
        { maxKeys: 6 },
      ),
      newWeek: fc.nat({ max: 9 }),
    })
    .map(({ wednesday, newWeek, ...rest }) => {
      const later = { validFrom: dayAfter(begin, newWeek), hours: { ...kelurahanWeek.hours, wednesday } }
      return aCalendar({ ...rest, weeks: [later, kelurahanWeek] })
    })

const minutesFrom = (begin: string, days: number) =>
  fc.nat({ max: days * 1440 }).map((n) => iso(Date.parse(`${begin}T00:00:00Z`) + n * minute))
const anyStop = (begin: string) =>
  fc.tuple(minutesFrom(begin, 8), fc.option(fc.nat({ max: 3000 }), { freq: 6 })).map(([start, length]) => ({
    from: start,
    to: length === null ? null : iso(Date.parse(start) + length * minute),
  }))

const anySituation = fc.constantFrom(...beginnings).chain((begin) =>
  fc.record({
    calendar: anyCalendar(begin),
    now: minutesFrom(begin, 10),
    acceptedAt: minutesFrom(begin, 6),
    fulfilledAt: fc.option(minutesFrom(begin, 10)),
    returns: fc.array(anyStop(begin), { maxLength: 3 }),
    incidents: fc.array(
      anyStop(begin).map(({ from, to }) => anIncident(from, to)),
      { maxLength: 2 },
    ),
  }),
)

test('over any calendar, holidays and stops the clock says what counting minutes says', () => {
  fc.assert(
    fc.property(anySituation, ({ calendar, now, ...changes }) => {
      const facts = anApplication(changes)
      const { grounds, ...clock } = serviceClock(facts, { rules, plan: new OfficePlan(calendar) }, now)
      expect(clock).toEqual(slowClock(facts, calendar, Date.parse(now)))
    }),
    { numRuns: 400 },
  )
})

test('a plan answers the same whatever it was asked before', () => {
  fc.assert(
    fc.property(anySituation, minutesFrom('2026-01-01', 1500), ({ calendar, now, ...changes }, earlier) => {
      const fresh = serviceClock(anApplication(changes), { rules, plan: new OfficePlan(calendar) }, now)
      const used = new OfficePlan(calendar)
      used.nextOpening(Date.parse(earlier))
      expect(serviceClock(anApplication(changes), { rules, plan: used }, now)).toEqual(fresh)
    }),
  )
})
