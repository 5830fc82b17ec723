import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextHlc } from './hybrid-clock.ts'

test('a later clock starts the counter anew', () => {
  expect(nextHlc('2026-11-24T02:14:00.000Z/0004', '2026-11-24T02:14:01.000Z')).toBe('2026-11-24T02:14:01.000Z/0000')
})

test('whatever the clock does, each time sorts after the one before', () => {
  const moments = fc.array(fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), {
    minLength: 2,
  })
  fc.assert(
    fc.property(moments, (times) => {
      let last: string | null = null
      for (const time of times) {
        const next: string = nextHlc(last, time.toISOString())
        if (last !== null) expect(next > last).toBe(true)
        last = next
      }
    }),
  )
})

test('a time of the centre that is ahead moves the clock on, and it goes on from there', () => {
  const ahead = '2026-11-24T03:00:00.000Z'
  const first = nextHlc('2026-11-24T02:14:00.000Z/0004', '2026-11-24T02:14:01.000Z', ahead)
  expect(first).toBe(`${ahead}/0000`)
  expect(nextHlc(first, '2026-11-24T02:14:02.000Z', ahead)).toBe(`${ahead}/0001`)
  expect(nextHlc(null, '2026-11-24T04:00:00.000Z', ahead)).toBe('2026-11-24T04:00:00.000Z/0000')
})
