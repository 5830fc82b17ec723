import { expect, test } from 'vitest'
import { isOpenAt, nextOpening, nextWorkingDay, workingIntervals } from './office-hours.ts'
import { OfficePlan } from './office-plan.ts'
import { aCalendar, aPlan, dayOff, from, kelurahanWeek, wib } from './testing/a-calendar.ts'

const christmas = {
  '2026-12-24': dayOff('joint-leave', 'Cuti bersama'),
  '2026-12-25': dayOff('national-holiday', 'Natal'),
}

test('a kelurahan opens at 07.30 to the second and is closed at 16.00 sharp', () => {
  const plan = aPlan()
  expect(isOpenAt(plan, wib('2026-11-24 07:29:59.999'))).toBe(false)
  expect(isOpenAt(plan, wib('2026-11-24 07:30:00'))).toBe(true)
  expect(isOpenAt(plan, wib('2026-11-24 15:59:59.999'))).toBe(true)
  expect(isOpenAt(plan, wib('2026-11-24 16:00:00'))).toBe(false)
})

test('after closing time the next opening is the next morning that counts, on a Friday evening Monday, or Saturday where it counts', () => {
  const plan = aPlan()
  expect(nextOpening(plan, wib('2026-11-24 10:00'))).toBe(wib('2026-11-24 10:00'))
  expect(nextOpening(plan, wib('2026-11-24 16:00'))).toBe(wib('2026-11-25 07:30'))
  expect(nextOpening(plan, wib('2026-11-27 20:00'))).toBe(wib('2026-11-30 07:30'))
  expect(nextOpening(plan, wib('2026-11-28 10:00'))).toBe(wib('2026-11-30 07:30'))
  const counts = aPlan({ saturdayCounts: true })
  expect(nextOpening(counts, wib('2026-11-27 20:00'))).toBe(wib('2026-11-28 09:00'))
  expect(nextOpening(counts, wib('2026-11-28 10:00'))).toBe(wib('2026-11-28 10:00'))
})

test('Saturday is a working day only where it counts, open it is either way', () => {
  expect(nextWorkingDay(aPlan(), '2026-11-27')).toBe('2026-11-30')
  expect(nextWorkingDay(aPlan({ saturdayCounts: true }), '2026-11-27')).toBe('2026-11-28')
  expect(isOpenAt(aPlan(), wib('2026-11-28 10:00'))).toBe(true)
})

test('holidays and joint leave are closed and skipped', () => {
  const plan = aPlan({ exceptions: christmas })
  expect(isOpenAt(plan, wib('2026-12-24 10:00'))).toBe(false)
  expect(nextOpening(plan, wib('2026-12-23 16:00'))).toBe(wib('2026-12-28 07:30'))
  expect(nextWorkingDay(plan, '2026-12-23')).toBe('2026-12-28')
})

test('an extra opening on a day of leave opens the office, and counts only if it says so', () => {
  const open = { kind: 'extra-opening', name: 'Layanan khusus', hours: from('08:00', '12:00') } as const
  const extra = (working: boolean) => aPlan({ exceptions: { ...christmas, '2026-12-24': { ...open, working } } })
  expect(isOpenAt(extra(false), wib('2026-12-24 09:00'))).toBe(true)
  expect(nextOpening(extra(false), wib('2026-12-23 16:00'))).toBe(wib('2026-12-28 07:30'))
  expect(nextOpening(extra(true), wib('2026-12-23 16:00'))).toBe(wib('2026-12-24 08:00'))
  expect(nextWorkingDay(extra(false), '2026-12-23')).toBe('2026-12-28')
  expect(nextWorkingDay(extra(true), '2026-12-23')).toBe('2026-12-24')
})

test('a closure of some hours shortens the day', () => {
  const closure = { kind: 'closure', name: 'Listrik padam', hours: from('07:30', '11:00'), working: true } as const
  const plan = aPlan({ exceptions: { '2026-11-24': closure } })
  expect(isOpenAt(plan, wib('2026-11-24 11:00'))).toBe(false)
  expect(nextOpening(plan, wib('2026-11-24 11:00'))).toBe(wib('2026-11-25 07:30'))
})

test('a new week takes over on its first day, whatever the order of the rows; before the first week nothing is open', () => {
  const ramadan = { validFrom: '2026-02-18', hours: { ...kelurahanWeek.hours, wednesday: from('08:00', '15:00') } }
  const plan = aPlan({ weeks: [ramadan, kelurahanWeek] })
  expect(nextOpening(plan, wib('2026-02-11 06:00'))).toBe(wib('2026-02-11 07:30'))
  expect(nextOpening(plan, wib('2026-02-18 06:00'))).toBe(wib('2026-02-18 08:00'))
  expect(isOpenAt(plan, wib('2024-12-31 10:00'))).toBe(false)
  expect(nextOpening(plan, wib('2024-12-28 10:00'))).toBe(wib('2025-01-01 07:30'))
})

test('working time is cut to both ends and leaves out the lunch break and the Saturday', () => {
  const lunch = [...from('07:30', '12:00'), ...from('13:00', '16:00')]
  const plan = aPlan({ weeks: [{ ...kelurahanWeek, hours: { ...kelurahanWeek.hours, friday: lunch } }] })
  expect(workingIntervals(plan, wib('2026-11-27 11:00'), wib('2026-11-30 08:00'))).toEqual([
    { from: wib('2026-11-27 11:00'), to: wib('2026-11-27 12:00') },
    { from: wib('2026-11-27 13:00'), to: wib('2026-11-27 16:00') },
    { from: wib('2026-11-30 07:30'), to: wib('2026-11-30 08:00') },
  ])
  expect(workingIntervals(plan, wib('2026-11-28 09:00'), wib('2026-11-29 12:00'))).toEqual([])
})

test('the same hours in Makassar and Jayapura are one and two hours earlier', () => {
  expect(nextOpening(aPlan({ zone: 'Asia/Makassar' }), wib('2026-11-24 00:00'))).toBe('2026-11-23T23:30:00.000Z')
  expect(nextOpening(aPlan({ zone: 'Asia/Jayapura' }), wib('2026-11-23 23:00'))).toBe('2026-11-23T22:30:00.000Z')
})

test('29 February is a day like any other', () => {
  expect(nextWorkingDay(aPlan(), '2028-02-28')).toBe('2028-02-29')
  expect(isOpenAt(aPlan(), wib('2028-02-29 15:59'))).toBe(true)
})

test('an office that never opens has no next opening and no working day, and the search ends', () => {
  const shut = aPlan({ weeks: [] })
  expect(nextOpening(shut, wib('2026-11-24 10:00'))).toBeNull()
  expect(nextWorkingDay(shut, '2026-11-24')).toBeNull()
  expect(nextOpening(aPlan(), '9999-12-31T00:00:00.000Z')).toBeNull()
})

test('a zone that does not exist, or whose clocks change, is refused', () => {
  expect(() => new OfficePlan(aCalendar({ zone: 'Asia/Surabaya' }))).toThrow(RangeError)
  expect(() => new OfficePlan(aCalendar({ zone: 'America/New_York' }))).toThrow(RangeError)
})
