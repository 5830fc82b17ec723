import { describe, expect, test } from 'vitest'
import file from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { birthday } from '../card/age.ts'
import { questionsFor, requirementsFor } from './asked-now.ts'
import type { Catalogue, Datum, Field, PaperForm, PersonRole, Service } from './catalogue.ts'
import { checkFiling } from './check-filing.ts'
import { applicantField, type FiledFacts, type FiledPerson, letterKeys } from './filed-facts.ts'
import type { Problem, ProblemCode } from './problem.ts'
import { nikOf, validFacts, variantsOf } from './testing/valid-facts.ts'

const { services } = file as Catalogue
const day = '2026-11-24'

const found = (problems: readonly Problem[]) => problems.map(({ place, code }) => ({ ...place, code }))
const withPerson = (facts: FiledFacts, role: string, change: FiledPerson): FiledFacts => ({
  ...facts,
  people: { ...facts.people, [role]: { ...facts.people[role], ...change } },
})
const withAnswer = (facts: FiledFacts, key: string, text: string): FiledFacts => ({
  ...facts,
  answers: { ...facts.answers, [key]: text },
})

/** One mistake, and the one thing that is said of it. */
interface Mistake {
  readonly facts: FiledFacts
  readonly says: { readonly code: ProblemCode; readonly part: string; readonly [more: string]: unknown }
}

const wrongDatum: Partial<Record<Datum, [string, ProblemCode]>> = {
  nik: ['35780112345', 'nik-length'],
  kk: ['1111111111111111', 'kk-impossible'],
  phone: ['12', 'phone-form'],
  email: ['siti', 'email-form'],
  address: ['x', 'too-short'],
  passport: ['x', 'too-short'],
  nationality: ['x', 'too-short'],
  birthPlace: ['x', 'too-short'],
}

function mistakesOfRole({ id: role, data }: PersonRole, facts: FiledFacts): readonly Mistake[] {
  const at = (datum: Datum | null, code: ProblemCode) => ({ part: 'person', role, datum, code })
  const { [role]: _, ...others } = facts.people
  return [
    { facts: { ...facts, people: others }, says: at(null, 'missing') },
    ...(Object.entries(data) as [Datum, string][])
      .filter(([, need]) => need === 'required')
      .map(([datum]) => ({ facts: withPerson(facts, role, { [datum]: undefined }), says: at(datum, 'missing') })),
    ...(Object.keys(data) as Datum[]).flatMap((datum) => {
      const wrong = wrongDatum[datum]
      return wrong ? [{ facts: withPerson(facts, role, { [datum]: wrong[0] }), says: at(datum, wrong[1]) }] : []
    }),
  ]
}

const wrongAnswer: Record<Exclude<Field['kind'], 'letter'>, [string, ProblemCode]> = {
  text: ['x'.repeat(600), 'too-long'],
  date: ['2026-02-30', 'no-such-day'],
  number: ['satu', 'not-a-number'],
  choice: ['none-of-these', 'not-a-choice'],
  nik: ['357801123', 'nik-length'],
  niks: ['357801123', 'nik-length'],
  kk: ['357801123', 'kk-length'],
  akta: ['x', 'too-short'],
  skpwni: ['x', 'too-short'],
  phone: ['12', 'phone-form'],
  email: ['siti', 'email-form'],
}

function mistakesOfField(field: Field, facts: FiledFacts): readonly Mistake[] {
  const at = (key: string, code: ProblemCode) => ({ part: 'field', field: field.id, key, code })
  const keys = field.kind === 'letter' ? Object.values(letterKeys(field.id)) : [field.id]
  const missing = keys.map((key) => ({ facts: withAnswer(facts, key, ' '), says: at(key, 'missing') }))
  const { date } = letterKeys(field.id)
  const [text, code] = field.kind === 'letter' ? (['2026-11-25', 'day-ahead'] as const) : wrongAnswer[field.kind]
  const key = field.kind === 'letter' ? date : field.id
  return [...(field.required ? missing : []), { facts: withAnswer(facts, key, text), says: at(key, code) }]
}

function mistakesOfPapers(service: Service, facts: FiledFacts): readonly Mistake[] {
  const forms: readonly PaperForm[] = ['original', 'copy', 'upload']
  return requirementsFor(service, facts).flatMap(({ id, accepts, optional }) => {
    const filed = (how: PaperForm | 'missing') => ({
      ...facts,
      requirements: { ...facts.requirements, [id]: { how, documents: [] } },
    })
    const at = (code: ProblemCode) => ({ part: 'requirement', requirement: id, code })
    return [
      ...(optional ? [] : [{ facts: filed('missing'), says: at('requirement-missing') }]),
      ...forms
        .filter((how) => !accepts.includes(how))
        .map((how) => ({ facts: filed(how), says: at('requirement-form') })),
      ...(accepts.includes('upload') ? [{ facts: filed('upload'), says: at('requirement-not-uploaded') }] : []),
    ]
  })
}

describe.each(services.map((service) => [service.code, service] as const))('%s', (_, service) => {
  const variants = variantsOf(service).map((variant) => validFacts(service, variant, day))

  test('is filed each way with everything in order', () => {
    for (const facts of variants) expect(found(checkFiling(service, facts))).toEqual([])
  })

  test('says exactly what is wrong with each person, question and paper', () => {
    for (const facts of variants) {
      const { people, fields } = questionsFor(service, facts)
      const mistakes = [
        ...people.flatMap((role) => mistakesOfRole(role, facts)),
        ...fields.flatMap((field) => mistakesOfField(field, facts)),
        ...mistakesOfPapers(service, facts),
      ]
      for (const { facts: wrong, says } of mistakes) expect(found(checkFiling(service, wrong))).toEqual([says])
    }
  })

  test('lets nobody apply who is not in its list', () => {
    const [facts] = variants
    if (!facts || service.whoMayApply.length === 1) return
    const says = (as: string) => found(checkFiling(service, withAnswer(facts, applicantField, as)))
    expect(says('')).toContainEqual({ part: 'applicant', code: 'missing' })
    expect(says('neighbour')).toContainEqual({ part: 'applicant', code: 'not-a-choice' })
  })

  test('knows the day before and the day of each age that somebody must have', () => {
    const [facts] = variants
    for (const role of facts ? questionsFor(service, facts).people : []) {
      if (!facts || role.data.birthDate !== 'required') continue
      const codes = (birthDate: string) => {
        const { sex = 'male' } = facts.people[role.id] ?? {}
        const person = { birthDate, nik: nikOf({ birthDate, sex, serial: 77 }), married: false }
        return checkFiling(service, withPerson(facts, role.id, person)).filter(
          ({ place }) => place.part === 'person' && place.role === role.id,
        )
      }
      const { atLeast, under } = role.age ?? {}
      if (atLeast !== undefined) {
        expect(codes(birthday(day, -atLeast))).toEqual([])
        expect(codes(birthday('2026-11-25', -atLeast))).toMatchObject([{ code: 'too-young', severity: 'blocking' }])
      }
      if (under === undefined) continue
      expect(codes(birthday('2026-11-25', -under))).toEqual([])
      expect(codes(birthday(day, -under))).toMatchObject([{ code: 'too-old', severity: 'blocking' }])
    }
  })
})
