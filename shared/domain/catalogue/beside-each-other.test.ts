import { expect, test } from 'vitest'
import file from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { type Catalogue, findService } from './catalogue.ts'
import { checkFiling, mayBeFiled } from './check-filing.ts'
import type { FiledFacts, FiledPerson } from './filed-facts.ts'
import { validFacts } from './testing/valid-facts.ts'

const day = '2026-11-24'
const filed = (code: string, people: Record<string, FiledPerson>, answers = {}) => {
  const service = findService(file as Catalogue, code)
  if (!service) throw new Error(`no ${code}`)
  const valid = validFacts(service, { answers, ages: {} }, day)
  const changed = Object.entries(people).map(([role, change]) => [role, { ...valid.people[role], ...change }])
  const facts: FiledFacts = { ...valid, people: { ...valid.people, ...Object.fromEntries(changed) } }
  return checkFiling(service, facts).map(({ code, severity }) => `${code} ${severity}`)
}

test('twins with neighbouring numbers are two people', () => {
  const twin = { birthDate: '2010-05-01', sex: 'female' } as const
  const twins = { witness1: { nik: '3578014105900001' }, witness2: { nik: '3578014105900002' } }
  expect(filed('AK-LAHIR', { ...twins, child: { ...twin, nik: '3578014105100001' } })).not.toContain(
    'nik-twice warning',
  )
})

test('one number at two witnesses is said; a mother who reports the birth herself may be both', () => {
  const same = { nik: '3578014105900001', birthDate: '1990-05-01' }
  expect(filed('AK-LAHIR', { witness1: same, witness2: same })).toEqual(['nik-twice warning'])
  expect(filed('AK-LAHIR', { mother: same, applicant: same }, { applicantAs: 'family' })).toEqual([])
})

test('the number of the KK in the place of the NIK is said, whoever it was typed for', () => {
  const birthDate = '2015-03-02'
  const swapped = { nik: '3578010203150001', birthDate, sex: 'male' } as const
  expect(filed('KIA', { child: swapped })).toEqual(['nik-is-kk warning'])
})

test('numbers that all end in zero came from a spreadsheet; one that does is nothing', () => {
  const owner = { nik: '3578014105900010', birthDate: '1990-05-01', sex: 'female' } as const
  expect(filed('KTP-ULANG', { owner: { ...owner, kk: '3578010203150020' } })).toEqual([
    'number-zeroed warning',
    'number-zeroed warning',
  ])
  expect(filed('KTP-ULANG', { owner: { ...owner, kk: '3578010203150021' } })).toEqual([])
})

test('a single name of an old record is only said; of a new-born it needs a reason', () => {
  expect(filed('KTP-ULANG', { owner: { name: 'Suparman' } })).toEqual(['name-one-word warning'])
  expect(filed('AK-LAHIR', { child: { name: 'Bintang' } })).toEqual(['name-one-word overridable'])
  expect(filed('AK-LAHIR', { child: { name: 'Bintang 7' } })).toEqual([
    'name-digits blocking',
    'name-abbreviated overridable',
  ])
})

test('who is or was married is old enough for a KTP-el before 17, with the paper, and has no KIA', () => {
  const young = { birthDate: '2010-11-24', nik: '3578016411100001', sex: 'female' } as const
  expect(filed('KTP-BARU17', { owner: young })).toEqual(['too-young blocking'])
  expect(filed('KTP-BARU17', { owner: { ...young, married: true } })).toEqual(['requirement-missing blocking'])
  expect(filed('KIA', { child: { ...young, married: true } })).toContain('married blocking')
})

test('a witness whose age only the NIK tells may be older than a century ago: a reason is enough', () => {
  const witness1 = { nik: '3578016411100001', birthDate: undefined }
  expect(filed('AK-LAHIR', { witness1 })).toEqual(['too-young overridable'])
})

test('a moving letter of more than a year needs a dispensation', () => {
  const service = findService(file as Catalogue, 'PINDAH-DATANG')
  if (!service) throw new Error('none')
  const valid = validFacts(service, { answers: {}, ages: {} }, day)
  const since = (skpwniDate: string) =>
    checkFiling(service, { ...valid, answers: { ...valid.answers, skpwniDate } }).map(({ place }) => place)
  expect(since('2025-11-25')).toEqual([])
  expect(since('2025-11-24')).toEqual([{ part: 'requirement', requirement: 'dispensation' }])
})

test('what needs a reason is filed with one, what blocks is never filed', () => {
  const at = { part: 'applicant' } as const
  const doubt = { place: at, code: 'nik-sex', severity: 'overridable' } as const
  expect(mayBeFiled([doubt], {})).toBe(false)
  expect(mayBeFiled([doubt], { 'nik-sex': 'Data lama' })).toBe(true)
  expect(mayBeFiled([{ ...doubt, severity: 'blocking' }], { 'nik-sex': 'Data lama' })).toBe(false)
  expect(mayBeFiled([{ ...doubt, severity: 'warning' }], {})).toBe(true)
})
