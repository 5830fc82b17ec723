import { expect, test } from 'vitest'
import { typedTime } from './typed-time.ts'

test('a time of day in any of the ways people type it; everything else is none', () => {
  expect(['8', '8.30', '08:30', '0830', '23.59', '00:00'].map(typedTime)).toEqual([
    '08:00',
    '08:30',
    '08:30',
    '08:30',
    '23:59',
    '00:00',
  ])
  expect(['', '24', '8.60', '8.3', '123', 'pagi', '12.00.00'].map(typedTime)).toEqual(Array(7).fill(null))
})
