import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase45, toBase45 } from './base45.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('the examples of RFC 9285 come out as they stand there', () => {
  expect(toBase45(bytes('AB'))).toBe('BB8')
  expect(toBase45(bytes('Hello!!'))).toBe('%69 VD92EX0')
  expect(toBase45(bytes('base-45'))).toBe('UJCLQE7W581')
  expect(fromBase45('QED8WEX0')).toEqual(bytes('ietf!'))
})

test('whatever is written is read again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
      expect(fromBase45(toBase45(data))).toEqual(data)
    }),
  )
})

test('what no bytes stand for is refused: a strange letter, a single letter, a number too large', () => {
  expect(fromBase45('ab0')).toBeNull()
  expect(fromBase45('BB8B')).toBeNull()
  expect(fromBase45('GGW')).toBeNull()
  expect(fromBase45('::')).toBeNull()
})
