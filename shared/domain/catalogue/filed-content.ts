import { tidyNumber } from '../nik/typed-number.ts'
import { questionsFor, requirementsFor } from './asked-now.ts'
import type { Datum, PersonRole, Service } from './catalogue.ts'
import { applicantField, type FiledFacts, type FiledPerson, letterKeys } from './filed-facts.ts'

export type FiledContent = Pick<FiledFacts, 'people' | 'answers' | 'requirements'>

/**
 * What is filed of what was typed: only what the service asks for under its own circumstances, numbers in order, nothing empty. Who changed an answer on the way has typed
 * more than is asked in the end.
 */
export function filedContent(service: Service, facts: FiledFacts): FiledContent {
  const { people, fields } = questionsFor(service, facts)
  const keys = [
    applicantField,
    ...fields.flatMap(({ id, kind }) => (kind === 'letter' ? Object.values(letterKeys(id)) : [id])),
  ]
  const papers = requirementsFor(service, facts).flatMap(({ id }) => {
    const shown = facts.requirements[id]
    return shown ? [[id, shown] as const] : []
  })
  return {
    people: Object.fromEntries(people.flatMap((role) => entryOf(role, facts.people[role.id] ?? {}))),
    answers: Object.fromEntries(
      keys.flatMap((key) => {
        const said = (facts.answers[key] ?? '').trim()
        return said === '' ? [] : [[key, said]]
      }),
    ),
    requirements: Object.fromEntries(papers),
  }
}

function entryOf({ id, data }: PersonRole, person: FiledPerson): readonly (readonly [string, FiledPerson])[] {
  const kept = (Object.keys(data) as Datum[]).flatMap((datum) => {
    const said = tidied(datum, person[datum])
    return said === undefined || said === '' ? [] : [[datum, said] as const]
  })
  return kept.length === 0 ? [] : [[id, Object.fromEntries(kept)]]
}

const tidied = (datum: Datum, said: FiledPerson[Datum]): FiledPerson[Datum] => {
  if (typeof said !== 'string') return said
  return datum === 'nik' || datum === 'kk' ? tidyNumber(said) : said.trim().replaceAll(/\s+/g, ' ')
}

/** Who applies: the applicant where one is asked for, the parent or owner who applies as such, otherwise whom it is about. */
export function applicantRoleOf(
  { people, subject }: Service,
  { answers, people: named }: Pick<FiledFacts, 'answers' | 'people'>,
): string {
  if (named.applicant) return 'applicant'
  const as = answers[applicantField] ?? ''
  return people.some(({ id }) => id === as) && named[as] ? as : subject
}
