import { expect, test } from 'vitest'
import { aPlan, dayOff, wib } from '../office-calendar/testing/a-calendar.ts'
import { type ComplaintRules, complaintDeadline, complaintStanding } from './complaint-deadline.ts'

const rules: ComplaintRules = {
  answerWithinWorkingDays: 3,
  dueSoonOfficeMinutes: 240,
  escalations: [
    { level: 2, to: 'Kepala Dinas', afterWorkingDays: 5 },
    { level: 1, to: 'Pengawas', afterWorkingDays: 1 },
  ],
}
const plan = aPlan()
const supervisor = { level: 1, to: 'Pengawas', at: wib('2026-11-25 10:00') }
const head = { level: 2, to: 'Kepala Dinas', at: wib('2026-12-01 10:00') }
const onTuesday = { startAt: wib('2026-11-24 10:00'), dueAt: wib('2026-11-27 10:00'), escalations: [supervisor, head] }

test('a complaint of Tuesday is to be answered by Friday and goes up by level, weekends left out', () => {
  expect(complaintDeadline(wib('2026-11-24 10:00'), plan, rules)).toEqual(onTuesday)
})

test('taken at night it counts from the next opening, and holidays do not count', () => {
  const holiday = aPlan({ exceptions: { '2026-11-26': dayOff('national-holiday', 'Libur') } })
  expect(complaintDeadline(wib('2026-11-23 20:00'), holiday, rules)).toMatchObject({
    startAt: wib('2026-11-24 07:30'),
    dueAt: wib('2026-11-30 07:30'),
  })
})

test('without a calendar there is no deadline', () => {
  expect(complaintDeadline(wib('2026-11-24 10:00'), aPlan({ weeks: [] }), rules)).toBeNull()
})

test('a complaint is open, then due soon, then late, and at each level the next one is known', () => {
  const at = (now: string) => complaintStanding(onTuesday, null, wib(now), { plan, rules })
  expect(at('2026-11-25 09:59')).toEqual({ state: 'open', reached: null, next: supervisor })
  expect(at('2026-11-25 10:00')).toEqual({ state: 'open', reached: supervisor, next: head })
  expect(at('2026-11-26 14:30')).toEqual({ state: 'due-soon', reached: supervisor, next: head })
  expect(at('2026-11-27 10:00')).toMatchObject({ state: 'due-soon' })
  expect(at('2026-11-27 10:01')).toMatchObject({ state: 'late' })
  expect(at('2026-12-02 10:00')).toEqual({ state: 'late', reached: head, next: null })
})

test('an answer ends it, on time or not, and nothing goes up any more', () => {
  const answered = (when: string) => complaintStanding(onTuesday, wib(when), wib('2026-12-24 10:00'), { plan, rules })
  expect(answered('2026-11-27 10:00')).toEqual({ state: 'answered', reached: supervisor, next: null })
  expect(answered('2026-11-27 10:01')).toEqual({ state: 'answered-late', reached: supervisor, next: null })
})
