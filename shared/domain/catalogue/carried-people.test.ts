import { expect, test } from 'vitest'
import file from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { carriedAnswers, carriedPeople } from './carried-people.ts'
import { type Catalogue, findService, type Service } from './catalogue.ts'

function service(code: string): Service {
  const found = findService(file as Catalogue, code)
  if (!found) throw new Error(`there is no ${code}`)
  return found
}
const mother = {
  nik: '3578015204900001',
  kk: '3578010101190001',
  name: 'Dewi Lestari',
  birthDate: '1990-04-12',
  phone: '08123',
}
const child = { name: 'Bima Putra', birthDate: '2026-11-20', birthPlace: 'Surabaya', sex: 'male' as const }
const birth = { service: service('AK-LAHIR'), facts: { people: { child, mother }, answers: { applicantAs: 'mother' } } }

test('of a birth the child goes into its KIA, and the mother who applied is the applicant', () => {
  expect(carriedPeople(service('KIA'), [birth])).toEqual({
    child,
    applicant: { nik: mother.nik, name: mother.name, phone: mother.phone },
  })
})

test('the child is whose data change on the KK; of nobody more is taken over than is asked', () => {
  expect(carriedPeople(service('KK-BIODATA'), [birth]).person).toEqual({ name: 'Bima Putra', birthDate: '2026-11-20' })
})

test('as what somebody applies is taken over where the next service knows it', () => {
  expect(carriedAnswers(service('KIA'), [birth])).toEqual({})
  expect(
    carriedAnswers(service('KK-RUSAK'), [{ ...birth, facts: { ...birth.facts, answers: { applicantAs: 'head' } } }]),
  ).toEqual({
    applicantAs: 'head',
  })
})
