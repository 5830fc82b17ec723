import { expect, test } from 'vitest'
import { EngineDeaths } from './engine-deaths.ts'

test('an engine that dies is started at once, then later and later, and given up at the sixth time within a minute', () => {
  const deaths = new EngineDeaths()
  const pauses = [0, 1, 2, 3, 4, 5].map((second) => deaths.another(second * 1000))
  expect(pauses).toEqual([0, 1000, 2000, 4000, 8000, null])
})

test('one that dies now and then is always started at once', () => {
  const deaths = new EngineDeaths()
  expect([0, 1, 2, 3, 4, 5, 6].map((minute) => deaths.another(minute * 60_000))).toEqual([0, 0, 0, 0, 0, 0, 0])
})
