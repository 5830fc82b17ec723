import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantWriter } from './instant-writer.ts'

test('any instant is written as toISOString writes it', () => {
  const write = instantWriter()
  const anyTime = fc.integer({ min: Date.parse('1969-12-01T00:00:00Z'), max: Date.parse('2199-12-31T23:59:59.999Z') })
  fc.assert(
    fc.property(anyTime, (ms) => {
      expect(write(ms)).toBe(new Date(ms).toISOString())
    }),
  )
})
