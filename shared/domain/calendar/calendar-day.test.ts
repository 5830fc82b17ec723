import { expect, test } from 'vitest'
import { calendarDay, startOfDay } from './calendar-day.ts'

test('a day in Surabaya begins at 17.00 UTC of the day before', () => {
  expect(calendarDay('2026-11-23T16:59:59.999Z', 'Asia/Jakarta')).toBe('2026-11-23')
  expect(calendarDay('2026-11-23T17:00:00.000Z', 'Asia/Jakarta')).toBe('2026-11-24')
  expect(startOfDay('2026-11-24', 'Asia/Jakarta')).toBe('2026-11-23T17:00:00.000Z')
})

test('Makassar and Jayapura begin their days one and two hours earlier', () => {
  expect(startOfDay('2026-11-24', 'Asia/Makassar')).toBe('2026-11-23T16:00:00.000Z')
  expect(startOfDay('2026-11-24', 'Asia/Jayapura')).toBe('2026-11-23T15:00:00.000Z')
})
