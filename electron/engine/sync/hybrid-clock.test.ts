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
