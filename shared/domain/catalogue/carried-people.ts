import type { Datum, PersonRole, Service } from './catalogue.ts'
import { applicantRoleOf } from './filed-content.ts'
import { applicantField, type FiledFacts, type FiledPerson } from './filed-facts.ts'

export interface Begun {
  readonly service: Service
  readonly facts: Pick<FiledFacts, 'people' | 'answers'>
}

/**
 * Who of a family is known for its next service from those before it, the latest first: the same role, the applicant as whoever applied, and whom it is about as whom the
 * one before was about. Only what the service asks for is taken over.
 */
export function carriedPeople(next: Service, before: readonly Begun[]): Readonly<Record<string, FiledPerson>> {
  const found = next.people.flatMap((role): (readonly [string, FiledPerson])[] => {
    const person = before
      .toReversed()
      .map((one) => sameIn(one, role, next))
      .find((one) => one !== undefined)
    return person ? [[role.id, askedOf(role, person)]] : []
  })
  return Object.fromEntries(found)
}

function sameIn({ service, facts }: Begun, { id }: PersonRole, next: Service): FiledPerson | undefined {
  const applicant = applicantRoleOf(service, facts)
  if (id === 'applicant' && applicant !== service.subject) return facts.people[applicant]
  return facts.people[id] ?? (id === next.subject ? facts.people[service.subject] : undefined)
}

function askedOf({ data }: PersonRole, person: FiledPerson): FiledPerson {
  const asked = (Object.keys(data) as Datum[]).filter((datum) => person[datum] !== undefined && person[datum] !== '')
  return Object.fromEntries(asked.map((datum) => [datum, person[datum]]))
}

/** As what the applicant applies, where the next service knows that kind as well. */
export const carriedAnswers = (
  { whoMayApply }: Service,
  before: readonly Begun[],
): Readonly<Record<string, string>> => {
  const as = before.at(-1)?.facts.answers[applicantField]
  return as && whoMayApply.some(({ id }) => id === as) ? { [applicantField]: as } : {}
}
