import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kkTroubles } from './kk-troubles.ts'
import { birthDateByNik } from './nik-birth.ts'
import { nikTroubles, noRegions } from './nik-troubles.ts'
import { meantDigits, tidyNumber, zeroedBySheet } from './typed-number.ts'

const surabaya = { provinces: ['35', '91'], districts: ['357801', '357831'] }
const troubles = (typed: string, said = {}) => nikTroubles(typed, said, surabaya)

test('spaces, dots, dashes and the apostrophe of a spreadsheet are taken away', () => {
  for (const typed of ["'3578014105900001", '3578 0141 0590 0001', '3578.0141.0590.0001', '357801-410590-0001'])
    expect([tidyNumber(typed), troubles(typed)]).toEqual(['3578014105900001', []])
})

test.each([
  ['35780O4105900001', 'nik-letters'],
  ['3,57801E+15', 'nik-excel'],
  ['3.57801E+15', 'nik-excel'],
  ['357801410590000', 'nik-length'],
  ['35780141059000011', 'nik-length'],
  ['35780141059A0001', 'nik-length'],
  ['1111111111111111', 'nik-impossible'],
  ['3578014105900000', 'nik-impossible'],
  ['3578010005900001', 'nik-birth-day'],
  ['3578013205900001', 'nik-birth-day'],
  ['3578014005900001', 'nik-birth-day'],
  ['3578017205900001', 'nik-birth-day'],
  ['3578013002900001', 'nik-birth-day'],
  ['3578017002900001', 'nik-birth-day'],
  ['3578012902010001', 'nik-birth-day'],
  ['3578010113900001', 'nik-birth-day'],
  ['4578014105900001', 'nik-province'],
  ['3578324105900001', 'nik-district'],
])('%s: %s', (typed, trouble) => {
  expect(troubles(typed)).toEqual([trouble])
})

test.each([
  '3578010105900001',
  '3578013105900001',
  '3578017105900001',
  // 29 February of 2000, and a woman's of 1992.
  '3578012902000001',
  '3578016902920001',
  // Another town's kecamatan are not known here; Papua is more than a number can hold exactly.
  '3507014105900001',
  '9171014105900001',
])('%s is in order', (nik) => {
  expect(troubles(nik)).toEqual([])
})

test('O, I and l are proposed as digits, never taken in silence', () => {
  expect(meantDigits('3578OI4l05900001')).toBe('3578014105900001')
  expect(meantDigits('3578014105900001')).toBeNull()
  expect(meantDigits('3578A14105900001')).toBeNull()
})

test('sex and day of birth that were said are compared; the century cannot be', () => {
  const woman = { sex: 'female', birthDate: '1990-05-01' }
  expect(troubles('3578014105900001', woman)).toEqual([])
  expect(troubles('3578010105900001', woman)).toEqual(['nik-sex'])
  expect(troubles('3578014205900001', woman)).toEqual(['nik-birth-date'])
  expect(troubles('3578014105900001', { ...woman, birthDate: '1890-05-01' })).toEqual([])
})

test('the century is this one unless that is to come; of a holder of a KTP-el the one that makes 17', () => {
  const today = '2026-11-24'
  expect(birthDateByNik('3578012411260001', today)).toBe('2026-11-24')
  expect(birthDateByNik('3578012511260001', today)).toBe('1926-11-25')
  expect(birthDateByNik('3578012411090001', today, true)).toBe('2009-11-24')
  expect(birthDateByNik('3578012511090001', today, true)).toBe('1909-11-25')
  expect(birthDateByNik('3578012511090001', today)).toBe('2009-11-25')
  expect(birthDateByNik('3578016902000001', today)).toBe('2000-02-29')
  expect(birthDateByNik('3578013002900001', today)).toBeNull()
})

test('whatever is typed, the answer is one of the troubles and never a throw', () => {
  fc.assert(fc.property(fc.string(), (typed) => Array.isArray(nikTroubles(typed, {}, noRegions))))
  const digits = fc.stringMatching(/^[0-9]{16}$/)
  fc.assert(
    fc.property(digits, (nik) => {
      const spaced = nik.replaceAll(/(....)/g, '$1 ')
      expect(troubles(spaced)).toEqual(troubles(nik))
    }),
  )
})

test('a list whose numbers all end in zero was zeroed by a spreadsheet; a single one may end so by itself', () => {
  expect(zeroedBySheet(['3578014105900010'])).toBe(false)
  expect(zeroedBySheet(['3578014105900010', '3578014105910020'])).toBe(true)
  expect(zeroedBySheet(['3578014105900010', '3578014105910021'])).toBe(false)
})

test.each([
  ['3578010203150001', []],
  ['3578 0102 0315 0001', []],
  ['35780102031500O1', ['kk-letters']],
  ['3,57801E+15', ['kk-excel']],
  ['357801020315', ['kk-length']],
  ['2222222222222222', ['kk-impossible']],
  ['3578010203150000', ['kk-impossible']],
  ['3578014105900001', ['kk-looks-like-nik']],
  ['3578013002150001', ['kk-day']],
  ['3578012511260001', ['kk-day']],
  ['3578012411260001', []],
])('KK %s: %j', (typed, said) => {
  expect(kkTroubles(typed, '2026-11-24')).toEqual(said)
})
