import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSafeAddress, plainCode, slipFrom, slipText } from './enrolment-slip.ts'

const slip = {
  serverUrl: 'https://pusat.example:8443',
  code: 'ABCD-EFGH-JKMN',
  centreKey: 'k'.repeat(43),
  authority: 'a'.repeat(64),
}

test('what a slip says is read again from its QR, with and without an authority', () => {
  expect(slipFrom(slipText(slip))).toEqual(slip)
  expect(slipFrom(slipText({ ...slip, authority: null }))).toEqual({ ...slip, authority: null })
})

test('other codes, half slips and slips of a later form are none', () => {
  const texts = ['LOKET1:ABC', 'https://klampid.example/k/1', slipText(slip).slice(0, -1), `${slipText(slip)} more`]
  for (const text of [...texts, slipText(slip).replace(' 1 ', ' 2 ')]) expect(slipFrom(text)).toBeNull()
  fc.assert(fc.property(fc.string(), (text) => slipFrom(text) === null))
})

test('a code is the same in small letters, with spaces and with dashes', () => {
  expect(plainCode(' abcd-efgh jkmn')).toBe('ABCDEFGHJKMN')
})

test('a device enrols over https, or on its own machine; whatever else looks like it is not safe', () => {
  const safe = [
    'https://pusat.example',
    'HTTPS://pusat.example:8443/',
    'http://127.0.0.1:4750',
    'http://localhost',
    'http://[::1]:80/',
  ]
  const unsafe = [
    'http://pusat.example',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1:1@evil.example',
    'http://localhost.evil.example',
    'ftp://pusat.example',
    'pusat.example',
    'https://',
    '',
  ]
  expect(safe.filter(isSafeAddress)).toEqual(safe)
  expect(unsafe.filter(isSafeAddress)).toEqual([])
})
