import { expect, test } from 'vitest'
import { backOff, waitAfter } from './back-off.ts'

test('the ceiling doubles from one second to five minutes', () => {
  const ceilings = [1, 2, 3, 4, 9, 10, 1000].map((failures) => waitAfter(failures, 1))
  expect(ceilings).toEqual([1_000, 2_000, 4_000, 8_000, 256_000, backOff.longestMs, backOff.longestMs])
})

test('the jitter is full: any part of the ceiling, none at all too', () => {
  expect([0, 0.25, 0.5].map((random) => waitAfter(3, random))).toEqual([0, 1_000, 2_000])
})
