import { expect, test } from 'vitest'
import { unlockPinFault } from './unlock-pin.ts'

test.each([
  ['12345', 'pin-form'],
  ['1234567', 'pin-form'],
  ['12a456', 'pin-form'],
  ['000000', 'pin-same'],
  ['121212', 'pin-same'],
  ['473473', 'pin-same'],
  ['112233', 'pin-same'],
  ['123456', 'pin-sequence'],
  ['567890', 'pin-sequence'],
  ['654321', 'pin-sequence'],
  ['170845', 'pin-year'],
  ['450817', 'pin-year'],
  ['199327', 'pin-year'],
  ['471993', 'pin-year'],
  ['472019', 'pin-year'],
])('%s is refused: %s', (pin, fault) => expect(unlockPinFault(pin)).toBe(fault))

test.each(['482913', '907416', '739284', '560371'])('%s is taken', (pin) => expect(unlockPinFault(pin)).toBeNull())

test('more than two thirds of all PINs are left to choose from', () => {
  const free = Array.from({ length: 1_000_000 }, (_, at) => unlockPinFault(String(at).padStart(6, '0'))).filter(
    (fault) => fault === null,
  )
  expect(free.length).toBeGreaterThan(666_667)
})
