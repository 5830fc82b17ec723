import { expect, test } from 'vitest'
import { afterTransfer, type LineRate, noRate, slowLine } from './line-rate.ts'

const piece = 65_536
const after = (transfers: readonly (readonly [bytes: number, ms: number])[], before: LineRate = noRate) =>
  transfers.reduce((rate, [bytes, ms]) => afterTransfer(rate, bytes, ms), before)
const nothing = { bytes: 0, seconds: 0 }

test('a line of 64 kbit/s with two megabytes to send is told with its speed and the minutes', () => {
  expect(slowLine(after([[piece, 8_192]]), { bytes: 1_900_000, seconds: 0 })).toEqual({
    kilobitsPerSecond: 64,
    minutesLeft: 4,
  })
})

test('nothing is said while the speed is unknown, nothing is left, or what is left takes no half minute', () => {
  const slow = after([[piece, 8_192]])
  expect(slowLine(noRate, { bytes: 9_000_000, seconds: 0 })).toBeNull()
  expect(slowLine(slow, nothing)).toBeNull()
  expect(slowLine(slow, { bytes: 240_000, seconds: 0 })).toBeNull()
  expect(slowLine(slow, { bytes: 241_000, seconds: 0 })).not.toBeNull()
})

test('a quick line is not called slow however much there is to send', () => {
  expect(slowLine(after([[piece, 500]]), { bytes: 5_000_000_000, seconds: 0 })).toBeNull()
})

test('rows of a first copy are counted in seconds beside the bytes', () => {
  expect(slowLine(after([[piece, 8_192]]), { bytes: 480_000, seconds: 61 })).toMatchObject({ minutesLeft: 3 })
})

test('a small question says nothing about the width of the line', () => {
  expect(after([[900, 400]])).toEqual(noRate)
})

test('a quick line that becomes slow is called so within three pieces, and one that recovers is not any more', () => {
  const quick = after(Array.from({ length: 100 }, () => [piece, 50] as const))
  const much = { bytes: 9_000_000, seconds: 0 }
  const slow = after(
    [
      [piece, 8_192],
      [piece, 8_192],
      [piece, 8_192],
    ],
    quick,
  )
  expect(slowLine(slow, much)?.kilobitsPerSecond).toBeLessThan(200)
  const again = after(
    Array.from({ length: 100 }, () => [piece, 50] as const),
    slow,
  )
  expect(slowLine(again, much)).toBeNull()
})
