import { expect, test } from 'vitest'
import { caseNumber } from './case-number.ts'

test('a case is named by the month in which it was opened here, and the end of its id', () => {
  const id = '7b1e7c1e-5f3e-4d0a-9a52-0c1d2e3fa0b9'
  expect(caseNumber({ id, openedAt: '2026-11-23T04:04:51.000Z' }, 'Asia/Jakarta')).toBe('K-2611-A0B9')
  expect(caseNumber({ id, openedAt: '2026-11-30T18:00:00.000Z' }, 'Asia/Jakarta')).toBe('K-2612-A0B9')
})
