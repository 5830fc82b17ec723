import { expect, test } from 'vitest'
import { kiaKind } from './kia-kind.ts'

test('a KIA has a photo from the fifth birthday itself', () => {
  expect(kiaKind('2021-11-24', '2026-11-23')).toBe('without-photo')
  expect(kiaKind('2021-11-24', '2026-11-24')).toBe('with-photo')
})

test('the day before the seventeenth birthday is the last one with a KIA', () => {
  expect(kiaKind('2009-11-24', '2026-11-23')).toBe('with-photo')
  expect(kiaKind('2009-11-24', '2026-11-24')).toBeNull()
})

test('born on 29 February: the birthday is 1 March in a year without one', () => {
  expect(kiaKind('2020-02-29', '2025-02-28')).toBe('without-photo')
  expect(kiaKind('2020-02-29', '2025-03-01')).toBe('with-photo')
  expect(kiaKind('2008-02-29', '2025-02-28')).toBe('with-photo')
  expect(kiaKind('2008-02-29', '2025-03-01')).toBeNull()
})
