import { expect, test } from 'vitest'
import { clockNote, correctedTime } from './corrected-time.ts'

const at = '2026-11-24T02:14:00.000Z'

test('a clock that is slow or fast by half a minute and more is put right, both ways', () => {
  expect(correctedTime({ at, ...clockNote(180_000) })).toBe('2026-11-24T02:17:00.000Z')
  expect(correctedTime({ at, ...clockNote(-172_800_000) })).toBe('2026-11-22T02:14:00.000Z')
  expect(correctedTime({ at, ...clockNote(30_000) })).toBe('2026-11-24T02:14:30.000Z')
})

test('nothing is noted of a clock that is right, or that was never compared', () => {
  expect([null, 0, 29_999, -29_999].map(clockNote)).toEqual([{}, {}, {}, {}])
  expect(correctedTime({ at })).toBeNull()
  expect(correctedTime({ at, clockOffsetMs: Number.MAX_SAFE_INTEGER })).toBeNull()
})
