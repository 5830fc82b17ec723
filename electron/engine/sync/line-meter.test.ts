import { expect, test } from 'vitest'
import { lineMeter } from './line-meter.ts'

function aMeter() {
  let now = 0
  const meter = lineMeter(() => now)
  const pass = (ms: number) => {
    now += ms
  }
  return { meter, pass }
}

test('two questions side by side share the line: their time counts once', () => {
  const { meter, pass } = aMeter()
  const first = meter.began()
  const second = meter.began()
  pass(1_000)
  first(10_000)
  second(10_000)
  expect(meter.rate()).toEqual({ bytes: 10_000, ms: 1_000 })
  const third = meter.began()
  const fourth = meter.began()
  pass(500)
  third(8_000)
  pass(500)
  fourth(8_000)
  const { bytes, ms } = meter.rate()
  expect((bytes / ms) * 1000).toBeGreaterThan(10_000)
  expect((bytes / ms) * 1000).toBeLessThan(16_001)
})

test('time between questions is not the line’s, nor that of one that failed', () => {
  const { meter, pass } = aMeter()
  meter.began()(null)
  pass(60_000)
  const over = meter.began()
  pass(2_000)
  over(16_000)
  expect(meter.rate()).toEqual({ bytes: 16_000, ms: 2_000 })
})

test('a small question beside a large one takes none of its time', () => {
  const { meter, pass } = aMeter()
  const large = meter.began()
  const small = meter.began()
  pass(4_000)
  small(300)
  pass(4_000)
  large(64_000)
  expect(meter.rate()).toEqual({ bytes: 64_000, ms: 8_000 })
})
