import { expect, test } from 'vitest'
import { localDay, localMinute } from './local-day.ts'

test('before seven in the morning in Surabaya it is still yesterday in UTC: day and minute are those of the wall', () => {
  const early = '2026-11-29T21:47:30.000Z'
  expect(localDay(early, 'Asia/Jakarta')).toBe('2026-11-30')
  expect(localMinute(early, 'Asia/Jakarta')).toBe('2026-11-30-04-47')
  expect(localMinute(early, 'Asia/Jayapura')).toBe('2026-11-30-06-47')
})
