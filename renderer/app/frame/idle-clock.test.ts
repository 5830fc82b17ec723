import { expect, test } from 'vitest'
import { idleAfter } from './idle-clock.ts'

const minute = 60_000

test('a desk that is used is left alone; half a minute before its time it counts down, then it locks', () => {
  const after = (ms: number) => idleAfter(ms, 10 * minute)
  expect(after(0)).toEqual({ kind: 'used' })
  expect(after(10 * minute - 30_001)).toEqual({ kind: 'used' })
  expect(after(10 * minute - 30_000)).toEqual({ kind: 'warned', secondsLeft: 30 })
  expect(after(10 * minute - 1)).toEqual({ kind: 'warned', secondsLeft: 1 })
  expect(after(10 * minute)).toEqual({ kind: 'over' })
  expect(after(60 * minute)).toEqual({ kind: 'over' })
})
