import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineTooLong, lineReader } from './line-reader.ts'

test('lines come out whole wherever the stream was cut, in the middle of a letter too', () => {
  const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/\n/.test(text) && text.trim() !== '')
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.array(fc.nat(500)), (lines, cuts) => {
      const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(''))
      const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
      const reader = lineReader(10_000)
      const read = places.slice(1).flatMap((end, index) => reader.take(bytes.subarray(places[index], end)))
      expect(read).toEqual(lines)
      expect(reader.pending()).toBe(0)
    }),
  )
})

test('a stream that stops within a line has something pending', () => {
  const reader = lineReader(100)
  expect(reader.take(Buffer.from('whole\nhal'))).toEqual(['whole'])
  expect(reader.pending()).toBe(3)
})

test('a line without end is refused before it fills the memory', () => {
  const reader = lineReader(100)
  reader.take(Buffer.alloc(99, 65))
  expect(() => reader.take(Buffer.alloc(99, 65))).toThrow(LineTooLong)
})
