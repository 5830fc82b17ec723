import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OfficeCalendar } from '../office-calendar/office-calendar.ts'
import { OfficePlan } from '../office-calendar/office-plan.ts'
import { aCalendar, from, kelurahanWeek } from '../office-calendar/testing/a-calendar.ts'
import type { ClockFacts, ClockTerms } from './clock-facts.ts'
import { serviceClock } from './service-clock.ts'
import { anApplication, anIncident, rules } from './testing/an-application.ts'

// The slow, obvious clock: it walks over the calendar minute by minute and knows nothing of plans, sums and searches.
const minute = 60_000
const hoursAhead: Record<string, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }
const iso = (ms: number) => new Date(ms).toISOString()

const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** What a person reads off the calendar for one day. */
function slowDay({ weeks, exceptions, saturdayCounts }: OfficeCalendar, day: string) {
  const exception = exceptions[day]
  if (exception) return { hours: exception.hours, counts: exception.working && exception.hours.length > 0 }
  const name = weekdayNames[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sunday'
  const begun = weeks.filter(({ validFrom }) => validFrom <= day)
  const [latest] = begun.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  const hours = latest?.hours[name] ?? []
  return { hours, counts: hours.length > 0 && name !== 'sunday' && (name !== 'saturday' || saturdayCounts) }
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function slowCalendar(calendar: OfficeCalendar) {
  const known = new Map<number, ReturnType<typeof slowDay>>()
  const dayOf = (number: number) => {
    const found = known.get(number) ?? slowDay(calendar, iso(number * 1440 * minute).slice(0, 10))
    known.set(number, found)
    return found
  }
  return (ms: number) => {
    const local = ms / minute + (hoursAhead[calendar.zone] ?? 0) * 60
    const { hours, counts } = dayOf(Math.floor(local / 1440))
    const open = hours.some(({ from, to }) => minutesOf(from) <= local % 1440 && local % 1440 < minutesOf(to))
    return { open, working: open && counts, workingDay: counts }
  }
}

const excluded = {
  state: 'excluded',
  startAt: null,
  dueAt: null,
  netUsedSeconds: 0,
  secondsLeft: 0,
  officeSecondsLeft: 0,
  secondsLate: 0,
}

function slowClock(facts: ClockFacts, calendar: OfficeCalendar, now: number, { days, outside }: Rules) {
  const at = slowCalendar(calendar)
  if (outside === 'excluded' && !at(Date.parse(facts.filedAt)).open) return excluded
  const stops = [...facts.returns, ...facts.incidents].map((stop) => ({
    from: Date.parse(stop.from),
    to: stop.to === null ? Number.POSITIVE_INFINITY : Date.parse(stop.to),
  }))
  const stopped = (ms: number) => stops.some((stop) => stop.from <= ms && ms < stop.to)
  const count = (begin: number, until: number, counts: (ms: number) => boolean) => {
    let found = 0
    for (let ms = begin; ms < until; ms += minute) if (counts(ms)) found++
    return found
  }
  const aWorkingMinuteAfter = (begin: number) => {
    let ms = begin
    while (!at(ms).working) ms += minute
    return ms + minute
  }

  let start = Date.parse(facts.acceptedAt ?? '')
  while (!at(start).working) start += minute
  let due = start
  for (let day = 0; day < days; day++) {
    due += 1440 * minute
    while (!at(due).workingDay) due += 1440 * minute
  }
  const end = facts.fulfilledAt === null ? now : Date.parse(facts.fulfilledAt)
  for (let ms = start; ms < end; ms += minute) {
    if (!stopped(ms) || ms > due) continue
    if (at(ms).working) due = aWorkingMinuteAfter(due)
    due = Math.max(due, ms + minute)
  }
  const officeLeft = facts.fulfilledAt === null ? count(now, due, (ms) => at(ms).working) * 60 : 0
  const paused = end > start && stopped(end) && stopped(end - minute)
  const running = paused ? 'paused' : officeLeft <= rules.dueSoonOfficeMinutes * 60 ? 'due-soon' : 'running'
  return {
    state: end > due ? 'late' : facts.fulfilledAt === null ? running : 'on-time',
    startAt: iso(start),
    dueAt: iso(due),
    netUsedSeconds: count(start, end, (ms) => at(ms).working && !stopped(ms)) * 60,
    secondsLeft: facts.fulfilledAt === null ? Math.max(due - now, 0) / 1000 : 0,
    officeSecondsLeft: officeLeft,
    secondsLate: Math.max(end - due, 0) / 1000,
  }
}

// Ten days from a Wednesday before a leap day, and from one before Christmas.
const beginnings = ['2028-02-23', '2026-12-16'] as const
const openHours = [
  from('07:30', '16:00'),
  [...from('08:00', '11:45'), ...from('12:30', '15:00')],
  from('09:00', '12:00'),
  [...from('13:00', '24:00'), ...from('00:00', '01:10')],
  [...from('08:00', '12:00'), ...from('11:00', '14:00')],
]
const anyHours = fc.constantFrom([], ...openHours)
/** Monday is open, or a calendar might never open again. */
const anyWeek = fc.record({
  monday: fc.constantFrom(...openHours),
  tuesday: anyHours,
  wednesday: anyHours,
  thursday: anyHours,
  friday: anyHours,
  saturday: anyHours,
  sunday: anyHours,
})
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
      hours: anyWeek,
      exceptions: fc.dictionary(
        fc.nat({ max: 9 }).map((n) => dayAfter(begin, n)),
        anyException,
        { maxKeys: 6 },
      ),
      newWeek: fc.nat({ max: 9 }),
    })
    .map(({ hours, newWeek, ...rest }) => {
      const later = { validFrom: dayAfter(begin, newWeek), hours }
      return aCalendar({ ...rest, weeks: [later, kelurahanWeek] })
    })

const minutesFrom = (begin: string, days: number) =>
  fc.nat({ max: days * 1440 }).map((n) => iso(Date.parse(`${begin}T00:00:00Z`) + n * minute))
const anyStop = (begin: string) =>
  fc.tuple(minutesFrom(begin, 8), fc.option(fc.nat({ max: 3000 }), { freq: 6 })).map(([start, length]) => ({
    from: start,
    to: length === null ? null : iso(Date.parse(start) + length * minute),
  }))

interface Rules {
  readonly days: number
  readonly outside: 'next-opening' | 'excluded'
}
const anyRules: fc.Arbitrary<Rules> = fc.record({
  days: fc.integer({ min: 1, max: 3 }),
  outside: fc.constantFrom('next-opening', 'next-opening', 'excluded'),
})
const termsOf = (calendar: OfficeCalendar, { days, outside }: Rules): ClockTerms => {
  const service = { promisedWorkingDays: days, excludedBy: null, fulfilledBy: 'ready-for-collection' } as const
  const services = { 'KTP-ULANG': { ...service, formalWorkingDays: null } }
  return { rules: { ...rules, services, filedOutsideHours: outside }, plan: new OfficePlan(calendar) }
}

const anySituation = fc.constantFrom(...beginnings).chain((begin) =>
  fc.record({
    calendar: anyCalendar(begin),
    of: anyRules,
    now: minutesFrom(begin, 10),
    filedAt: minutesFrom(begin, 6),
    acceptedAt: minutesFrom(begin, 6),
    fulfilledAt: fc.option(minutesFrom(begin, 10), { freq: 2 }),
    returns: fc.array(anyStop(begin), { maxLength: 3 }),
    incidents: fc.array(
      anyStop(begin).map(({ from, to }) => anIncident(from, to)),
      { maxLength: 2 },
    ),
  }),
)

test('over any calendar, holidays and stops the clock says what counting minutes says', () => {
  const states = new Set<string>()
  fc.assert(
    fc.property(anySituation, ({ calendar, of, now, ...changes }) => {
      const facts = anApplication(changes)
      const { grounds, ...clock } = serviceClock(facts, termsOf(calendar, of), now)
      expect(clock).toEqual(slowClock(facts, calendar, Date.parse(now), of))
      states.add(clock.state)
    }),
    { numRuns: 500 },
  )
  for (const state of ['excluded', 'running', 'due-soon', 'paused', 'late', 'on-time'])
    expect([...states.keys()]).toContain(state)
})

test('what is accepted later is never due earlier', () => {
  fc.assert(
    fc.property(anySituation, fc.nat({ max: 4 * 1440 }), ({ calendar, of, now, acceptedAt }, later) => {
      const terms = termsOf(calendar, { ...of, outside: 'next-opening' })
      const dueOf = (at: number) => serviceClock(anApplication({ acceptedAt: iso(at) }), terms, now).dueAt ?? ''
      const accepted = Date.parse(acceptedAt)
      expect(dueOf(accepted + later * minute) >= dueOf(accepted)).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('a plan answers the same whatever it was asked before', () => {
  fc.assert(
    fc.property(anySituation, minutesFrom('2026-01-01', 1500), ({ calendar, of, now, ...changes }, earlier) => {
      const fresh = serviceClock(anApplication(changes), termsOf(calendar, of), now)
      const used = termsOf(calendar, of)
      used.plan.nextOpening(Date.parse(earlier))
      expect(serviceClock(anApplication(changes), used, now)).toEqual(fresh)
    }),
  )
})
