import { expect, test } from 'vitest'
import { birthDayDoubtful, isNik } from './check-nik.ts'

test('16 digits, not all the same, with a serial number: from anywhere in the country', () => {
  for (const nik of ['3578104101900001', '9171010203880012', '3578110101900001']) expect(isNik(nik)).toBe(true)
  for (const text of [
    '',
    '357810410190000',
    '35781041019000011',
    '35781O4101900001',
    '1111111111111111',
    '3578104101900000',
  ])
    expect(isNik(text)).toBe(false)
})

test('a day of birth that no calendar has is doubtful; women have 40 added, and 29 February is of leap years', () => {
  for (const nik of [
    '3578104101900001',
    '3578103112900001',
    '3578107112900001',
    '3578102902000001',
    '3578106902920001',
  ])
    expect(birthDayDoubtful(nik)).toBe(false)
  for (const nik of [
    '3578100001900001',
    '3578103202900001',
    '3578104001900001',
    '3578107212900001',
    '3578100113900001',
    '3578102902010001',
  ])
    expect(birthDayDoubtful(nik)).toBe(true)
})
