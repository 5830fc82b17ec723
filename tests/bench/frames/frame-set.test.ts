import { expect, test } from 'vitest'
import { conditionNames } from './conditions.ts'
import { frameSet } from './frame-set.ts'

const firstOf = (seed: number) => [...(frameSet({ seed }).next().value?.frame.data ?? [])].reduce((a, b) => a + b, 0)

test('the same seed draws the same frame, another seed another', () => {
  expect(firstOf(5)).toBe(firstOf(5))
  expect(firstOf(6)).not.toBe(firstOf(5))
}, 60_000)

test('every condition is drawn at 1280x720 with a text of 30 to 180 characters, and the last frame has no code', () => {
  const frames = [...frameSet({ seed: 7, perCondition: 1, empty: 1 })]
  expect(frames.map(({ name }) => name)).toEqual([...conditionNames, 'without-code'])
  for (const { text, frame } of frames) {
    expect([frame.width, frame.height, frame.data.length]).toEqual([1280, 720, 1280 * 720 * 4])
    if (text !== null) expect(text.length >= 30 && text.length <= 180).toBe(true)
  }
}, 60_000)
