import { expect, test } from 'vitest'
import { phoneFrom } from './phone.ts'

test.each([
  ['0812-3456-7890', '081234567890'],
  ['+62 812 3456 7890', '081234567890'],
  ['6281234567890', '081234567890'],
  ['81234567890', '081234567890'],
  ['+62 (0)812 3456 7890', '081234567890'],
  ['0812345678', '0812345678'],
  ['0812345678901', '0812345678901'],
  ['031-99254200', '03199254200'],
  ['(031) 5345678', '0315345678'],
])('%s is %s', (typed, number) => {
  expect(phoneFrom(typed)).toBe(number)
})

test('what is no number of Indonesia is none', () => {
  for (const typed of ['', '12', '081234567', '08123456789012', '0812345678a', '+1 202 555 0100'])
    expect(phoneFrom(typed)).toBeNull()
})
