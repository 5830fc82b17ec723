import fc from 'fast-check'
import { expect, test } from 'vitest'
import file from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { calendarDay } from '../calendar/calendar-day.ts'
import { kiaKind } from '../card/kia-kind.ts'
import { productsFor, requirementsFor } from './asked-now.ts'
import { type Catalogue, type Field, findService, type Service } from './catalogue.ts'
import { checkField } from './check-field.ts'
import { checkFiling } from './check-filing.ts'
import { type FiledFacts, noFacts } from './filed-facts.ts'
import { severityOf } from './problem.ts'
import { anyDay, around, birthdayOf, leapDays, monthLength, pad } from './testing/any-day.ts'
import { withPerson } from './testing/mistakes.ts'
import { nikOf, validFacts, variantsOf } from './testing/valid-facts.ts'
import { dayTroubles } from './value-troubles.ts'

// The rules as the Dinas's own description has them, written down here once more: nothing in these tables comes from the code.

const today = '2026-11-24'
const dayAfter = (day: string) => around(day)[2] ?? day

test('every day of a calendar up to today is one; tomorrow only where a day may be ahead', () => {
  fc.assert(
    fc.property(anyDay('1907-01-01', today), (day) => {
      expect(dayTroubles(day, today)).toEqual([])
      expect(dayTroubles(day, day)).toEqual([])
      expect(dayTroubles(dayAfter(day), day)).toEqual(['day-ahead'])
      expect(dayTroubles(dayAfter(day), day, true)).toEqual([])
    }),
  )
})

test('a day that its month has not is none: 30 February, the 31st of short months, 29 February but in leap years', () => {
  const year = fc.oneof(fc.constantFrom(1908, 1996, 2000, 2023, 2024), fc.integer({ min: 1907, max: 2026 }))
  fc.assert(
    fc.property(year, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (of, month, date) => {
      const none = month < 1 || month > 12 || date < 1 || date > monthLength(of, month)
      const day = `${of}-${pad(month)}-${pad(date)}`
      expect(dayTroubles(day, '2026-12-31')).toEqual(none ? ['no-such-day'] : [])
    }),
  )
  for (const day of ['1900-02-29', '2100-02-29', '24-11-2026', '2026/11/24', '', 'kemarin'])
    expect(dayTroubles(day, '2126-01-01')).toEqual(['no-such-day'])
})

test('a day of more than a lifetime ago needs a reason', () => {
  const [before, on, after] = around(birthdayOf(today, -120))
  expect([before, on, after].map((day) => dayTroubles(day ?? '', today))).toEqual([
    ['day-long-ago'],
    ['day-long-ago'],
    [],
  ])
  expect(severityOf('day-long-ago')).toBe('overridable')
})

const { services } = file as Catalogue
const service = (code: string) => findService(file as Catalogue, code) as Service

/** Somebody of this service as born on `born`, on the day of filing. */
function bornOn(
  of: Service,
  role: string,
  { born, day, married = false }: { born: string; day: string; married?: boolean },
) {
  const [way = { answers: {}, ages: {} }] = variantsOf(of)
  const facts: FiledFacts = { ...validFacts(of, way, today), day }
  const sex = facts.people[role]?.sex ?? 'male'
  return withPerson(facts, role, { birthDate: born, nik: nikOf({ birthDate: born, sex, serial: 77 }), married })
}
const saidOf = (of: Service, role: string, how: { born: string; day: string; married?: boolean }) =>
  checkFiling(of, bornOn(of, role, how))
    .filter(({ place }) => place.part === 'person' && place.role === role)
    .map(({ code }) => code)

/** From which birthday, and before which. */
const ages: readonly [string, string, { readonly from?: number; readonly before?: number }][] = [
  ['KTP-BARU17', 'owner', { from: 17 }],
  ['KTP-BARU16', 'owner', { from: 16, before: 17 }],
  ['KTP-ULANG', 'owner', { from: 17 }],
  ['KTP-PINDAH', 'owner', { from: 17 }],
  ['REKAM', 'owner', { from: 16 }],
  ['IKD', 'person', { from: 17 }],
  ['KIA', 'child', { before: 17 }],
]

test.each(ages)('%s: %s the day before the birthday, on it and after it: %j', (code, role, { from, before }) => {
  const of = service(code)
  fc.assert(
    fc.property(fc.oneof(anyDay('2000-01-01', '2010-12-31'), fc.constant('2008-02-29')), (born) => {
      for (const years of [from, before].filter((one) => one !== undefined))
        for (const day of around(birthdayOf(born, years))) {
          const young = from !== undefined && day < birthdayOf(born, from)
          const old = before !== undefined && day >= birthdayOf(born, before)
          const codes = saidOf(of, role, { born, day })
          expect([born, day, codes]).toEqual([born, day, young ? ['too-young'] : old ? ['too-old'] : []])
        }
    }),
    { numRuns: 30 },
  )
})

test('who is or was married has a KTP-el before 17, and no KIA', () => {
  const born = dayAfter(birthdayOf(today, -17))
  expect(saidOf(service('KTP-BARU17'), 'owner', { born, day: today })).toEqual(['too-young'])
  expect(saidOf(service('KTP-BARU17'), 'owner', { born, day: today, married: true })).toEqual([])
  expect(saidOf(service('KIA'), 'child', { born, day: today, married: true })).toEqual(['married'])
})

test('a KIA is without a photo until the day before the fifth birthday, with one until the day before the seventeenth', () => {
  const kia = service('KIA')
  for (const birth of [...leapDays, '2008-02-29', '2019-03-01']) {
    for (const day of around(birthdayOf(birth, 5))) {
      const photo = day >= birthdayOf(birth, 5)
      const facts = bornOn(kia, 'child', { born: birth, day })
      expect(kiaKind(birth, day)).toBe(photo ? 'with-photo' : 'without-photo')
      expect(productsFor(kia, facts).map(({ label }) => label)).toEqual([photo ? 'KIA berfoto' : 'KIA tanpa foto'])
      const papers = requirementsFor(kia, facts).map(({ id }) => id)
      expect([papers.includes('photo'), papers.includes('school-letter')]).toEqual([photo, photo])
    }
    for (const day of around(birthdayOf(birth, 17)))
      expect(kiaKind(birth, day)).toBe(day < birthdayOf(birth, 17) ? 'with-photo' : null)
  }
})

test('a child of 3 to 17 years whose birth was never recorded is said by statement to be in no KK', () => {
  const birth = service('AK-LAHIR')
  const asked = (born: string) =>
    requirementsFor(birth, bornOn(birth, 'child', { born, day: today })).some(({ id }) => id === 'no-kk-statement')
  expect(around(birthdayOf(today, -3)).map(asked)).toEqual([true, true, false])
  expect(around(birthdayOf(today, -17)).map(asked)).toEqual([false, false, true])
})

test('a moving letter of a year and more needs its dispensation', () => {
  const move = service('PINDAH-DATANG')
  const asked = (skpwniDate: string) =>
    requirementsFor(move, { ...noFacts(today), answers: { skpwniDate } }).some(({ id }) => id === 'dispensation')
  expect(around('2025-11-24').map(asked)).toEqual([true, true, false])
})

test('the birthday begins at midnight in Surabaya, seven hours before it does in Greenwich', () => {
  const born = '2009-11-25'
  const at = (instant: string) =>
    saidOf(service('KTP-BARU17'), 'owner', { born, day: calendarDay(instant, 'Asia/Jakarta') })
  expect(at('2026-11-24T16:59:59.999Z')).toEqual(['too-young'])
  expect(at('2026-11-24T17:00:00.000Z')).toEqual([])
})

const answered = (kind: Field['kind'], text: string) => {
  const field: Field = { id: 'number', label: 'Nomor', kind, required: true }
  return checkField(field, { ...noFacts(today), answers: { number: text } }, { provinces: [], districts: [] })
}
const said = (kind: Field['kind'], text: string) => answered(kind, text).map(({ code }) => code)

test('the number of a deed of any kind, day and serial is a usual one, and those of before 2008 too', () => {
  const kinds = fc.constantFrom('LU', 'LT', 'KM', 'KW', 'CR', 'PA', 'AA')
  fc.assert(
    fc.property(kinds, anyDay('2008-01-01', today), fc.integer({ min: 1, max: 9999 }), (kind, day, serial) => {
      const [year, month, date] = day.split('-')
      expect(said('akta', `3578-${kind}-${date}${month}${year}-${pad(serial, 4)}`)).toEqual([])
      expect(said('akta', `${serial}/${kind[0]}/${1950 + (serial % 58)}`)).toEqual([])
    }),
  )
})

test('any other text of 3 to 40 signs is accepted as the number of a deed, and only said to be unusual', () => {
  const free = (length: number) => 'Reg. IV no '.padEnd(40, 'x').slice(0, length)
  expect([2, 3, 40].map((length) => said('akta', free(length)))).toEqual([['too-short'], ['akta-form'], ['akta-form']])
  expect(said('akta', 'x'.repeat(41))).toEqual(['too-long'])
  expect(severityOf('akta-form')).toBe('warning')
})

test('a moving letter is read with slashes or spaces and a day of eight or six digits', () => {
  const gaps = fc.constantFrom('/', ' ', ' / ', '-')
  fc.assert(
    fc.property(gaps, anyDay('2008-01-01', today), fc.integer({ min: 1, max: 9999 }), (gap, day, serial) => {
      const [year = '', month, date] = day.split('-')
      for (const written of [`${date}${month}${year}`, `${date}${month}${year.slice(2)}`])
        expect(said('skpwni', ['SKPWNI', '3507', written, pad(serial, 4)].join(gap))).toEqual([])
    }),
  )
  expect(said('skpwni', '3507/23042021/0070')).toEqual(['skpwni-form'])
  expect(severityOf('skpwni-form')).toBe('warning')
})

test('no service asks for another age than these', () => {
  const others = { 'AK-KAWIN': [19], 'AK-ANAK': [21] } as Readonly<Record<string, readonly number[]>>
  for (const { code, people } of services)
    for (const { age } of people.filter(({ id }) => !id.startsWith('witness')))
      for (const years of [age?.atLeast, age?.under].filter((one) => one !== undefined))
        expect([code, [16, 17, ...(others[code] ?? [])].includes(years)]).toEqual([code, true])
})
