import { expect, test } from 'vitest'
import { typedDay } from './typed-day.ts'

test('a day may be typed with dashes, slashes, dots, blanks or nothing between its parts', () => {
  const typed = ['20-11-2026', '20/11/2026', '20.11.2026', '20 11 2026', '20112026']
  expect(typed.map(typedDay)).toEqual(typed.map(() => '2026-11-20'))
  expect(typedDay('5-1-2026')).toBe('2026-01-05')
})

test('a day that is not whole yet, or that no calendar has, is none', () => {
  for (const text of ['', '20', '20-11', '20-11-26', '31-02-2026', '32-01-2026', '11-20-2026', '2026-11-20'])
    expect(typedDay(text), text).toBeNull()
})
