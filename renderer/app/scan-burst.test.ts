import { describe, expect, test } from 'vitest'
import { looksGarbled, ScanBurst, usualScanner, type Verdict } from './scan-burst.ts'

/** Types a text with a steady rhythm and then the end mark; gives every verdict. */
function typed(burst: ScanBurst, text: string, gapMs: number, start = 1000): readonly Verdict[] {
  const keys = [...text].map((key, i) => burst.character(key, start + i * gapMs))
  return [...keys, burst.end(start + text.length * gapMs)]
}

test('a scanner is recognised: all keys but the first are held, and the code comes whole', () => {
  const verdicts = typed(new ScanBurst(), 'KNG-2611-048213', 8)
  expect(verdicts[0]).toEqual({ kind: 'pass', release: '' })
  expect(verdicts.slice(1, -1).every(({ kind }) => kind === 'hold')).toBe(true)
  expect(verdicts.at(-1)).toEqual({ kind: 'scan', code: 'KNG-2611-048213' })
})

test('a person at 120 ms a key is never held', () => {
  const verdicts = typed(new ScanBurst(), 'Dewi Lestari', 120)
  expect(verdicts).toEqual(verdicts.map(() => ({ kind: 'pass', release: '' })))
})

test('a PIN typed at a scanner’s pace is no scan: its keys are given back', () => {
  expect(typed(new ScanBurst(), '123456', 5).at(-1)).toEqual({ kind: 'pass', release: '23456' })
})

test('two keys rolled by quick fingers are given back before the next key', () => {
  const burst = new ScanBurst()
  expect(burst.character('a', 0)).toEqual({ kind: 'pass', release: '' })
  expect(burst.character('n', 20)).toEqual({ kind: 'hold' })
  expect(burst.character('i', 200)).toEqual({ kind: 'pass', release: 'n' })
})

test('a burst without an end mark is given back', () => {
  const burst = new ScanBurst()
  for (const [i, key] of [...'KNG-2611'].entries()) burst.character(key, i * 5)
  expect(burst.holding).toBe(true)
  expect(burst.drop()).toBe('NG-2611')
  expect(burst.holding).toBe(false)
})

test('a pause before Enter makes it a person’s Enter', () => {
  const burst = new ScanBurst()
  for (const [i, key] of [...'KNG-2611-048213'].entries()) burst.character(key, i * 5)
  expect(burst.end(1000)).toEqual({ kind: 'pass', release: 'NG-2611-048213' })
})

test('a slower scanner can be told by its own rule', () => {
  const slow = { ...usualScanner, meanGapMs: 70, longestGapMs: 90 }
  expect(typed(new ScanBurst(slow), 'KNG-2611-048213', 60).at(-1)).toEqual({ kind: 'scan', code: 'KNG-2611-048213' })
})

test('10 000 characters are one code', () => {
  const code = 'A'.repeat(10_000)
  expect(typed(new ScanBurst(), code, 2).at(-1)).toEqual({ kind: 'scan', code })
})

describe('a wrong keyboard layout', () => {
  test.each(['KNG/2611/048213'.replaceAll('/', '='), 'https>&&kng', 'LKT1>ABC', 'KNG?2611'])('%s is told', (code) =>
    expect(looksGarbled(code)).toBe(true),
  )
  test.each(['KNG-2611-048213', 'https://kng.example/k/1', 'LKT1:ABC', 'WIFI:S:x;;'])('%s is left alone', (code) =>
    expect(looksGarbled(code)).toBe(false),
  )
})
