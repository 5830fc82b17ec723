import { expect, test } from 'vitest'
import file from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { questionsFor, requirementsFor } from './asked-now.ts'
import { applicantRole, type Catalogue, findService, type Service } from './catalogue.ts'
import { type FiledFacts, noFacts } from './filed-facts.ts'

const catalogue = file as Catalogue
const service = (code: string): Service => {
  const found = findService(catalogue, code)
  if (!found) throw new Error(`no ${code}`)
  return found
}
const facts = (more: Partial<FiledFacts> = {}): FiledFacts => ({ ...noFacts('2026-11-24'), ...more })
const papers = (code: string, more: Partial<FiledFacts>) =>
  requirementsFor(service(code), facts(more)).map(({ id }) => id)

test('a lost card needs the letter of the police, a damaged one the card itself', () => {
  expect(papers('KTP-ULANG', { answers: { reason: 'lost' } })).toEqual(['kk', 'police-letter', 'old-ktp-copy'])
  expect(papers('KTP-ULANG', { answers: { reason: 'damaged' } })).toEqual(['kk', 'old-ktp'])
  expect(papers('KTP-ULANG', {})).toEqual(['kk'])
})

test('a photo and a letter of the school are asked for from the fifth birthday itself', () => {
  const aged = (birthDate: string) => papers('KIA', { answers: { reason: 'new' }, people: { child: { birthDate } } })
  expect(aged('2021-11-25')).toEqual(['birth-deed', 'kk'])
  expect(aged('2021-11-24')).toEqual(['birth-deed', 'kk', 'photo', 'school-letter'])
})

test('who applies for himself is the applicant; for others somebody is asked for', () => {
  const asked = (applicantAs: string) => questionsFor(service('KTP-ULANG'), facts({ answers: { applicantAs } })).people
  expect(applicantRole(service('KTP-ULANG'), asked('self'))).toBe('owner')
  expect(applicantRole(service('KTP-ULANG'), asked('proxy'))).toBe('applicant')
})

test('a child whose birth is recorded in the same go is asked for a NIK, and may have none yet', () => {
  const asked = (reason: string) => {
    const facts = { ...noFacts('2026-11-24'), answers: { reason } }
    return questionsFor(service('KIA'), facts).people.find(({ id }) => id === 'child')?.data.nik
  }
  expect([asked('new'), asked('with-deed')]).toEqual(['required', 'optional'])
})
