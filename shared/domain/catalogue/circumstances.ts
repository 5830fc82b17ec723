import type { Field, PersonRole, Service } from './catalogue.ts'
import type { Condition } from './condition.ts'
import { applicantField, type FiledFacts } from './filed-facts.ts'

/** The few questions that decide which papers are needed and what is given out. */
export interface Circumstances {
  /** Whether it matters who applies. */
  readonly applicant: boolean
  readonly fields: readonly Field[]
  /** People whose age matters. */
  readonly ages: readonly PersonRole[]
  /** People of whom it matters whether they are or were married. */
  readonly married: readonly PersonRole[]
}

export function circumstancesOf({ requirements, products, fields, people }: Service): Circumstances {
  const asked = [...requirements, ...products].flatMap(({ when }) => (when ? atomsOf(when) : []))
  const ofPerson = (has: 'age' | 'married') => (role: PersonRole) =>
    asked.some((one) => 'person' in one && one.person === role.id && 'married' in one === (has === 'married'))
  return {
    applicant: asked.some((one) => 'applicant' in one),
    fields: fields.filter(({ id }) =>
      asked.some((one) => ('answer' in one && one.answer === id) || ('since' in one && one.since === id)),
    ),
    ages: people.filter(ofPerson('age')),
    married: people.filter(ofPerson('married')),
  }
}

type Atom = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

function atomsOf(condition: Condition): readonly Atom[] {
  if ('all' in condition) return condition.all.flatMap(atomsOf)
  if ('any' in condition) return condition.any.flatMap(atomsOf)
  return 'not' in condition ? atomsOf(condition.not) : [condition]
}

/** Could it still come to hold, because something that it looks at has not been said? */
export const stillOpen = (condition: Condition, { answers, people }: FiledFacts): boolean =>
  atomsOf(condition).some((one) => {
    if ('answer' in one) return !answers[one.answer]
    if ('applicant' in one) return !answers[applicantField]
    if ('since' in one) return !answers[one.since]
    const person = people[one.person]
    return 'married' in one ? person?.married === undefined : !person?.birthDate
  })
