import fc from 'fast-check'
import { expect, test } from 'vitest'
import surabaya from '../../../resources/regions/surabaya.json' with { type: 'json' }
import { severityOf } from '../catalogue/problem.ts'
import { anyDay, around, birthdayOf, leapDays, pad } from '../catalogue/testing/any-day.ts'
import { kkTroubles } from './kk-troubles.ts'
import { birthDateByNik } from './nik-birth.ts'
import { type KnownRegions, nikTroubles } from './nik-troubles.ts'

// The rules as the Dinas's own description has them, written down here once more: nothing in these tables comes from the code.

const today = '2026-11-24'
const kecamatan = Array.from({ length: 31 }, (_, at) => `3578${pad(at + 1)}`)
const ranges = [[11, 19], [21], [31, 36], [51, 53], [61, 65], [71, 76], [81, 82], [91, 97]] as const
const provinces = ranges.flatMap(([from, to = from]) =>
  Array.from({ length: to - from + 1 }, (_, at) => `${from + at}`),
)
const noProvince = Array.from({ length: 100 }, (_, at) => pad(at)).filter((one) => !provinces.includes(one))
const known: KnownRegions = { provinces, districts: kecamatan }

interface Parts {
  readonly region: string
  readonly day: string
  readonly sex: 'male' | 'female'
  readonly serial: number
}
const written = (day: number, sex: Parts['sex']) => pad(sex === 'female' ? day + 40 : day)
const nikOf = ({ region, day, sex, serial }: Parts) =>
  `${region}${written(Number(day.slice(8)), sex)}${day.slice(5, 7)}${day.slice(2, 4)}${pad(serial, 4)}`

const parts: fc.Arbitrary<Parts> = fc.record({
  region: fc.constantFrom(...kecamatan),
  day: anyDay('1927-01-01', today),
  sex: fc.constantFrom('male' as const, 'female' as const),
  serial: fc.oneof(fc.constantFrom(1, 9999), fc.integer({ min: 1, max: 9999 })),
})
const said = ({ day, sex }: Parts) => ({ birthDate: day, sex })
const other = { male: 'female', female: 'male' } as const

test('the pack knows the provinces and the kecamatan of the city', () => {
  expect([...surabaya.provinces].sort()).toEqual(provinces)
  expect([...surabaya.districts].sort()).toEqual(kecamatan)
})

test('a NIK of every kecamatan, for men and women, of every day of a leap year is in order', () => {
  for (const region of kecamatan)
    for (const sex of ['male', 'female'] as const)
      for (const day of leapDays)
        expect(nikTroubles(nikOf({ region, day, sex, serial: 1 }), { birthDate: day, sex }, known)).toEqual([])
})

test('any NIK that fits its holder is in order, in every way to type it, and from the whole country', () => {
  fc.assert(
    fc.property(parts, fc.constantFrom(...provinces), fc.constantFrom(' ', '.', '-', ' - '), (one, province, gap) => {
      const elsewhere = { ...one, region: `${province}9901` }
      for (const nik of [nikOf(one), nikOf(elsewhere)])
        for (const typed of [nik, `'${nik}`, nik.replaceAll(/(....)/g, `$1${gap}`)])
          expect(nikTroubles(typed, said(one), known)).toEqual([])
    }),
  )
})

const swap = (nik: string, at: number, by: string) => nik.slice(0, at) + by + nik.slice(at + by.length)
const place = fc.integer({ min: 0, max: 15 })
const days = (...spans: readonly (readonly [number, number])[]) =>
  spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => pad(from + at)))

/** One thing that can happen to a number, and the one trouble it is. */
const damages: readonly [string, string, fc.Arbitrary<(nik: string) => string>][] = [
  ['a digit is left out', 'nik-length', place.map((at) => (nik) => nik.slice(0, at) + nik.slice(at + 1))],
  ['a digit is doubled', 'nik-length', place.map((at) => (nik) => nik.slice(0, at + 1) + nik.slice(at))],
  ['a letter that is no digit', 'nik-length', place.map((at) => (nik) => swap(nik, at, 'B'))],
  [
    'O, I or l for a digit',
    'nik-letters',
    fc.tuple(place, fc.constantFrom('O', 'o', 'I', 'l')).map(
      ([at, by]) =>
        (nik) =>
          swap(nik, at, by),
    ),
  ],
  ['a spreadsheet shortened it', 'nik-excel', fc.constant((nik) => `${nik[0]},${nik.slice(1, 6)}E+15`)],
  ['one digit all along', 'nik-impossible', fc.constantFrom('0', '1', '9').map((digit) => () => digit.repeat(16))],
  ['the serial number 0000', 'nik-impossible', fc.constant((nik) => swap(nik, 12, '0000'))],
  [
    'a day that no month has',
    'nik-birth-day',
    fc.constantFrom(...days([0, 0], [32, 40], [72, 99])).map((day) => (nik) => swap(nik, 6, day)),
  ],
  [
    'a month that no year has',
    'nik-birth-day',
    fc.constantFrom(...days([0, 0], [13, 99])).map((month) => (nik) => swap(nik, 8, month)),
  ],
  [
    '30 February',
    'nik-birth-day',
    fc.constantFrom('3002', '7002', '3102', '7102').map((day) => (nik) => swap(nik, 6, day)),
  ],
  [
    'the 31st of a short month',
    'nik-birth-day',
    fc.constantFrom('3104', '7106', '3109', '7111').map((day) => (nik) => swap(nik, 6, day)),
  ],
  [
    '29 February of a common year',
    'nik-birth-day',
    fc.constantFrom('290201', '690226', '290299').map((day) => (nik) => swap(nik, 6, day)),
  ],
  [
    'a province that there is not',
    'nik-province',
    fc.constantFrom(...noProvince).map((province) => (nik) => swap(nik, 0, province)),
  ],
  [
    'a kecamatan that Surabaya has not',
    'nik-district',
    fc.constantFrom(...days([0, 0], [32, 99])).map((one) => (nik) => swap(nik, 4, one)),
  ],
]

test.each(damages)('a NIK with %s is told so, and nothing else is: %s', (_, trouble, damage) => {
  fc.assert(
    fc.property(parts, damage, (one, damaged) => {
      expect(nikTroubles(damaged(nikOf(one)), said(one), known)).toEqual([trouble])
    }),
  )
})

test("another's sex or day of birth is told, each by itself; the century alone cannot be seen", () => {
  fc.assert(
    fc.property(parts, anyDay('1927-01-01', today), (one, day) => {
      const nik = nikOf(one)
      expect(nikTroubles(nik, { sex: other[one.sex], birthDate: one.day }, known)).toEqual(['nik-sex'])
      const same = day.slice(2) === one.day.slice(2)
      expect(nikTroubles(nik, { sex: one.sex, birthDate: day }, known)).toEqual(same ? [] : ['nik-birth-date'])
    }),
  )
})

test('what cannot be a NIK blocks, what is hardly one needs a reason, an unknown kecamatan or a second use is only said', () => {
  const table = {
    blocking: ['nik-length', 'nik-letters', 'nik-excel', 'nik-impossible'],
    overridable: ['nik-birth-day', 'nik-province', 'nik-sex', 'nik-birth-date'],
    warning: ['nik-district', 'nik-is-kk', 'nik-twice', 'number-zeroed'],
  } as const
  for (const [severity, codes] of Object.entries(table))
    for (const code of codes) expect([code, severityOf(code)]).toEqual([code, severity])
})

test('the century is this one where that has begun for the day, else the last; of a holder of a KTP-el where that makes 17', () => {
  fc.assert(
    fc.property(parts, anyDay('2017-03-01', '2040-12-31'), (one, anyway) => {
      const [young, old] = [`20${one.day.slice(2)}`, `19${one.day.slice(2)}`]
      const nik = nikOf(one)
      for (const now of [anyway, ...around(young), ...around(birthdayOf(young, 17))]) {
        // 1900 had no 29 February.
        if (young === '2000-02-29' && now < '2017-02-28') continue
        expect(birthDateByNik(nik, now)).toBe(young <= now ? young : old)
        expect(birthDateByNik(nik, now, true)).toBe(birthdayOf(young, 17) <= now || old === '1900-02-29' ? young : old)
      }
    }),
  )
})

const kkOf = (region: string, day: string, serial: number) =>
  `${region}${day.slice(8)}${day.slice(5, 7)}${day.slice(2, 4)}${pad(serial, 4)}`
const kks = fc
  .tuple(fc.constantFrom(...kecamatan), anyDay('2000-01-01', today), fc.integer({ min: 1, max: 9999 }))
  .map(([region, day, serial]) => kkOf(region, day, serial))

test('a KK number of every kecamatan, issued on any day up to today, is in order', () => {
  for (const region of kecamatan) expect(kkTroubles(kkOf(region, today, 1), today)).toEqual([])
  fc.assert(
    fc.property(kks, (kk) => {
      expect(kkTroubles(kk.replaceAll(/(....)/g, '$1 '), today)).toEqual([])
    }),
  )
})

const kkDamages: readonly [string, string, fc.Arbitrary<(kk: string) => string>][] = [
  ['a digit left out', 'kk-length', place.map((at) => (kk) => kk.slice(0, at) + kk.slice(at + 1))],
  [
    'O, I or l for a digit',
    'kk-letters',
    fc.tuple(place, fc.constantFrom('O', 'I', 'l')).map(
      ([at, by]) =>
        (kk) =>
          swap(kk, at, by),
    ),
  ],
  ['what a spreadsheet left', 'kk-excel', fc.constant((kk) => `${kk[0]}.${kk.slice(1, 6)}E+15`)],
  ['the serial number 0000', 'kk-impossible', fc.constant((kk) => swap(kk, 12, '0000'))],
  [
    "the day of a woman's NIK",
    'kk-looks-like-nik',
    fc.constantFrom(...days([41, 71])).map((day) => (kk) => swap(kk, 6, day)),
  ],
  [
    'a day that no month has',
    'kk-day',
    fc.constantFrom(...days([0, 0], [32, 40], [72, 99])).map((day) => (kk) => swap(kk, 6, day)),
  ],
  ['30 February', 'kk-day', fc.constant((kk) => swap(kk, 6, '3002'))],
  ['the day of tomorrow', 'kk-day', fc.constant((kk) => swap(kk, 6, '251126'))],
]

test.each(kkDamages)('a KK number with %s is told so, and nothing else is: %s', (_, trouble, damage) => {
  fc.assert(
    fc.property(kks, damage, (kk, damaged) => {
      expect(kkTroubles(damaged(kk), today)).toEqual([trouble])
    }),
  )
})
