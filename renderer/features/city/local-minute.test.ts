import { expect, test } from 'vitest'
import { instantOf, localOf } from './local-minute.ts'

test('what is typed is the time of the unit, whatever zone the PC is in', () => {
  expect(instantOf('24-11-2026 09.14', 'Asia/Jakarta')).toBe('2026-11-24T02:14:00.000Z')
  expect(instantOf('24/11/2026, 9:14', 'Asia/Jayapura')).toBe('2026-11-24T00:14:00.000Z')
  expect(localOf(Date.parse('2026-11-23T17:30:00.000Z'), 'Asia/Jakarta')).toBe('24-11-2026 00.30')
})

test('a leap day is a day, and what is half typed or impossible says no time', () => {
  expect(instantOf('29-02-2028 08.00', 'Asia/Jakarta')).toBe('2028-02-29T01:00:00.000Z')
  const nothing = ['', '24-11-2026', '29-02-2027 08.00', '24-11-2026 24.00', '31-11-2026 08.00', '24-11-2026 08.60']
  expect(nothing.map((typed) => instantOf(typed, 'Asia/Jakarta'))).toEqual(nothing.map(() => null))
})
