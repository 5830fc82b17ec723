import { expect, test } from 'vitest'
import { birthday, hasTurned } from './age.ts'

test('the seventeenth birthday is the first day that counts', () => {
  expect(hasTurned('2009-11-24', 17, '2026-11-23')).toBe(false)
  expect(hasTurned('2009-11-24', 17, '2026-11-24')).toBe(true)
})

test('born on 29 February: 1 March in years without one, 29 February in leap years', () => {
  expect(birthday('2008-02-29', 17)).toBe('2025-03-01')
  expect(birthday('2008-02-29', 20)).toBe('2028-02-29')
  expect(hasTurned('2008-02-29', 17, '2025-02-28')).toBe(false)
})
