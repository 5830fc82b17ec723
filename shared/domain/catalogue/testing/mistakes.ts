import { questionsFor, requirementsFor } from '../asked-now.ts'
import type { Datum, Field, PaperForm, PersonRole, Service } from '../catalogue.ts'
import { applicantField, type FiledFacts, type FiledPerson, letterKeys } from '../filed-facts.ts'
import type { ProblemCode, ProblemPlace } from '../problem.ts'

export const withPerson = (facts: FiledFacts, role: string, change: FiledPerson): FiledFacts => ({
  ...facts,
  people: { ...facts.people, [role]: { ...facts.people[role], ...change } },
})
export const withAnswer = (facts: FiledFacts, key: string, text: string): FiledFacts => ({
  ...facts,
  answers: { ...facts.answers, [key]: text },
})

/** One mistake, and the one thing that is said of it. */
export interface Mistake {
  readonly facts: FiledFacts
  readonly says: ProblemPlace & { readonly code: ProblemCode }
}

/** Each that can be made where the service asks for what these facts answer. */
export function mistakesIn(service: Service, facts: FiledFacts): readonly Mistake[] {
  const { people, fields } = questionsFor(service, facts)
  return [
    ...people.flatMap((role) => mistakesOfRole(role, facts)),
    ...fields.flatMap((field) => mistakesOfField(field, facts)),
    ...mistakesOfPapers(service, facts),
  ]
}

/** Of these something else may be wrong as well: another applicant is asked for other papers. */
export function mistakesOfApplicant({ whoMayApply }: Service, facts: FiledFacts): readonly Mistake[] {
  if (whoMayApply.length === 1) return []
  const as = (id: string, code: ProblemCode): Mistake => ({
    facts: withAnswer(facts, applicantField, id),
    says: { part: 'applicant', code },
  })
  return [as('', 'missing'), as('neighbour', 'not-a-choice')]
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
  const at = (datum: Datum | null, code: ProblemCode) => ({ part: 'person', role, datum, code }) as const
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
  const at = (key: string, code: ProblemCode) => ({ part: 'field', field: field.id, key, code }) as const
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
    const at = (code: ProblemCode) => ({ part: 'requirement', requirement: id, code }) as const
    return [
      ...(optional ? [] : [{ facts: filed('missing'), says: at('requirement-missing') }]),
      ...forms
        .filter((how) => !accepts.includes(how))
        .map((how) => ({ facts: filed(how), says: at('requirement-form') })),
      ...(accepts.includes('upload') ? [{ facts: filed('upload'), says: at('requirement-not-uploaded') }] : []),
    ]
  })
}
