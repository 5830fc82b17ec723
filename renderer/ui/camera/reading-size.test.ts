import { expect, test } from 'vitest'
import { readingSize } from './reading-size.ts'

test('a usual picture is read as it is', () =>
  expect(readingSize({ width: 4032, height: 3024 })).toEqual({ width: 4032, height: 3024 }))

test('a page scanned at 1200 dots an inch is read smaller, in its own shape', () => {
  const size = readingSize({ width: 9921, height: 14_031 })
  expect(size).toEqual({ width: 3363, height: 4756 })
})

test('a strip many times longer than high keeps a height', () =>
  expect(readingSize({ width: 100_000_000, height: 1 })).toEqual({ width: 16_384, height: 1 }))

test('a small file that unfolds into 900 million pixels is not even opened', () =>
  expect(readingSize({ width: 30_000, height: 30_000 })).toBeNull())
