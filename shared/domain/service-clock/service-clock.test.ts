import { afterEach, expect, test, vi } from 'vitest'
import { aPlan, dayOff, wib } from '../office-calendar/testing/a-calendar.ts'
import type { ClockFacts, ClockTerms } from './clock-facts.ts'
import { explainClock, serviceClock } from './service-clock.ts'
import { anApplication, anIncident, rules, terms } from './testing/an-application.ts'

afterEach(() => vi.unstubAllEnvs())

/** The clock with its explanation. */
function clockAt(now: string, changes: Partial<ClockFacts> = {}, of: ClockTerms = terms()) {
  const facts = anApplication(changes)
  return { ...serviceClock(facts, of, wib(now)), explanation: explainClock(facts, of, wib(now)) }
}
const dueOf = (acceptedAt: string, of?: ClockTerms) => clockAt(acceptedAt, { acceptedAt: wib(acceptedAt) }, of).dueAt
const codesOf = (clock: ReturnType<typeof clockAt>) => clock.explanation.map(({ code }) => code)

test('accepted on Tuesday at 09.00, it is due on Wednesday at 09.00, with the time used and left', () => {
  expect(clockAt('2026-11-24 10:00')).toEqual({
    state: 'running',
    startAt: wib('2026-11-24 09:00'),
    dueAt: wib('2026-11-25 09:00'),
    netUsedSeconds: 3600,
    secondsLeft: 23 * 3600,
    officeSecondsLeft: 7.5 * 3600,
    secondsLate: 0,
    grounds: [],
    explanation: [
      { code: 'starts-at-acceptance', values: { at: wib('2026-11-24 09:00') } },
      { code: 'due', values: { at: wib('2026-11-25 09:00') } },
    ],
  })
})

test('Friday 14.00 is due on Monday 14.00, or on Saturday where that counts', () => {
  expect(dueOf('2026-11-27 14:00')).toBe(wib('2026-11-30 14:00'))
  expect(dueOf('2026-11-27 14:00', terms({ plan: aPlan({ saturdayCounts: true }) }))).toBe(wib('2026-11-28 14:00'))
})

test('accepted at night it starts at the next opening, and says so', () => {
  const clock = clockAt('2026-11-24 20:00', { acceptedAt: wib('2026-11-24 18:00') })
  expect(clock).toMatchObject({ startAt: wib('2026-11-25 07:30'), dueAt: wib('2026-11-26 07:30'), netUsedSeconds: 0 })
  expect(clock.explanation[0]).toEqual({
    code: 'starts-at-opening',
    values: { acceptedAt: wib('2026-11-24 18:00'), at: wib('2026-11-25 07:30') },
  })
})

test('on the eve of Christmas leave it is due on the first working day after, and each day off is told', () => {
  const exceptions = {
    '2026-12-24': dayOff('joint-leave', 'Cuti bersama'),
    '2026-12-25': dayOff('national-holiday', 'Natal'),
  }
  const of = terms({ plan: aPlan({ exceptions }) })
  const clock = clockAt('2026-12-23 11:00', { acceptedAt: wib('2026-12-23 10:00') }, of)
  expect(clock.dueAt).toBe(wib('2026-12-28 10:00'))
  expect(clock.explanation.filter(({ code }) => code === 'day-off').map(({ values }) => values)).toEqual([
    { day: '2026-12-24', reason: 'joint-leave', name: 'Cuti bersama' },
    { day: '2026-12-25', reason: 'national-holiday', name: 'Natal' },
    { day: '2026-12-26', reason: 'weekend', name: '' },
    { day: '2026-12-27', reason: 'weekend', name: '' },
  ])
})

test('a holiday added after the due time was shown moves it', () => {
  const added = aPlan({ exceptions: { '2026-11-25': dayOff('national-holiday', 'Pilkada') } })
  expect(dueOf('2026-11-24 09:00', terms({ plan: added }))).toBe(wib('2026-11-26 09:00'))
})

test('28 February of a leap year is due on the 29th', () => {
  expect(dueOf('2028-02-28 09:00')).toBe(wib('2028-02-29 09:00'))
  expect(dueOf('2028-02-29 09:00')).toBe(wib('2028-03-01 09:00'))
})

test('ready at the very second it was due is on time, a millisecond later is a second late', () => {
  const ready = (at: string) => clockAt('2026-11-26 12:00', { fulfilledAt: at })
  expect(ready('2026-11-25T02:00:00.000Z')).toMatchObject({ state: 'on-time', secondsLate: 0, secondsLeft: 0 })
  expect(ready('2026-11-25T02:00:00.001Z')).toMatchObject({ state: 'late', secondsLate: 1 })
})

test('with two office hours left it is due soon, however long the night between', () => {
  expect(clockAt('2026-11-24 15:29').state).toBe('running')
  expect(clockAt('2026-11-24 15:30')).toMatchObject({ state: 'due-soon', officeSecondsLeft: 7200 })
  expect(clockAt('2026-11-25 09:00').state).toBe('due-soon')
  expect(clockAt('2026-11-25 09:01')).toMatchObject({ state: 'late', secondsLate: 60, secondsLeft: 0 })
})

test('while it lies with the citizen it is paused, and afterwards due later by the office time of the pause', () => {
  const returned = { from: wib('2026-11-24 15:00'), to: wib('2026-11-25 08:30') }
  expect(clockAt('2026-11-24 18:00', { returns: [{ ...returned, to: null }] })).toMatchObject({ state: 'paused' })
  const back = clockAt('2026-11-25 08:45', { returns: [returned] })
  expect(back).toMatchObject({ state: 'running', dueAt: wib('2026-11-25 11:00'), netUsedSeconds: 6.25 * 3600 })
  expect(back.explanation.slice(-2)).toEqual([
    {
      code: 'stopped',
      values: { cause: 'returned', from: returned.from, to: returned.to, officeSeconds: 7200, incidentId: '' },
    },
    { code: 'extended', values: { at: wib('2026-11-25 11:00'), officeSeconds: 7200 } },
  ])
})

test('returned over a weekend, it never turns late while it lies there', () => {
  const returns = [{ from: wib('2026-11-25 08:00'), to: null }]
  for (const now of ['2026-11-25 10:00', '2026-11-28 10:00', '2026-12-15 23:00'])
    expect(clockAt(now, { returns })).toMatchObject({ state: 'paused', secondsLate: 0 })
})

test('an outage and a return at the same time are counted once', () => {
  const returns = [{ from: wib('2026-11-24 10:00'), to: wib('2026-11-24 12:00') }]
  const incidents = [anIncident(wib('2026-11-24 11:00'), wib('2026-11-24 13:00'))]
  const clock = clockAt('2026-11-24 14:00', { returns, incidents })
  expect(clock).toMatchObject({ dueAt: wib('2026-11-25 12:00'), netUsedSeconds: 2 * 3600 })
  expect(clock.explanation.filter(({ code }) => code === 'stopped').map(({ values }) => values.officeSeconds)).toEqual([
    7200, 3600,
  ])
})

test('an outage at night costs no office time and moves nothing', () => {
  const incidents = [anIncident(wib('2026-11-24 20:00'), wib('2026-11-25 05:00'))]
  const clock = clockAt('2026-11-25 08:00', { incidents })
  expect(clock.dueAt).toBe(wib('2026-11-25 09:00'))
  expect(codesOf(clock)).toEqual(['starts-at-acceptance', 'due', 'stopped'])
})

test('what stops the clock after the due time had passed moves nothing', () => {
  const clock = clockAt('2026-11-25 12:00', { returns: [{ from: wib('2026-11-25 09:30'), to: null }] })
  expect(clock).toMatchObject({ state: 'late', dueAt: wib('2026-11-25 09:00'), secondsLate: 3 * 3600 })
  expect(codesOf(clock)).toContain('stopped-too-late')
})

test('returned at the very second it was due, it is paused and not late', () => {
  const clock = clockAt('2026-11-25 12:00', { returns: [{ from: wib('2026-11-25 09:00'), to: null }] })
  expect(clock).toMatchObject({ state: 'paused', dueAt: wib('2026-11-25 12:00'), secondsLate: 0 })
})

test('an excluded application has no due time and says why, each ground once', () => {
  const grounds = ['recent-reprint', 'other-town-document', 'force-majeure'] as const
  expect(clockAt('2026-11-24 10:00', { grounds })).toMatchObject({
    state: 'excluded',
    dueAt: null,
    grounds: ['recent-reprint', 'other-town-document'],
    explanation: [
      { code: 'excluded', values: { ground: 'recent-reprint' } },
      { code: 'excluded', values: { ground: 'other-town-document' } },
    ],
  })
  expect(clockAt('2026-11-24 10:00', { service: 'KTP-FOTO' })).toMatchObject({ grounds: ['new-photo-or-signature'] })
})

test('filed outside office hours starts at the next opening, or is excluded where the city says so', () => {
  const atNight = { filedAt: wib('2026-11-24 06:00') }
  expect(clockAt('2026-11-24 10:00', atNight).state).toBe('running')
  const strict = terms({ rules: { ...rules, filedOutsideHours: 'excluded' } })
  expect(clockAt('2026-11-24 10:00', atNight, strict).grounds).toEqual(['filed-outside-hours'])
  expect(clockAt('2026-11-24 10:00', {}, strict).state).toBe('running')
})

test('nothing is promised for another service, before acceptance, after a rejection, or without a calendar', () => {
  const why = (changes: Partial<ClockFacts>, of?: ClockTerms) => {
    const { state, dueAt, explanation } = clockAt('2026-11-24 10:00', changes, of)
    return [state, dueAt, explanation[0]?.code]
  }
  expect(why({ service: 'AK-KAWIN' })).toEqual(['none', null, 'no-promise'])
  expect(why({ service: 'UNKNOWN' })).toEqual(['none', null, 'no-promise'])
  expect(why({ acceptedAt: null })).toEqual(['none', null, 'not-accepted'])
  expect(why({ cancelledAt: wib('2026-11-24 09:30') })).toEqual(['none', null, 'cancelled'])
  expect(why({}, terms({ plan: aPlan({ weeks: [] }) }))).toEqual(['none', null, 'no-working-day-known'])
})

test('a PC set to New York reads the same clock', () => {
  const here = clockAt('2026-11-27 15:00', { acceptedAt: wib('2026-11-27 14:00') })
  vi.stubEnv('TZ', 'America/New_York')
  expect(new Date('2026-11-27T00:00:00.000Z').getTimezoneOffset()).toBe(300)
  expect(clockAt('2026-11-27 15:00', { acceptedAt: wib('2026-11-27 14:00') })).toEqual(here)
})
