import { type KnownRegions, noRegions } from '../nik/nik-troubles.ts'
import { questionsFor, requirementsFor } from './asked-now.ts'
import type { Service } from './catalogue.ts'
import { checkField } from './check-field.ts'
import { checkPeople } from './check-people.ts'
import { checkRequirement } from './check-requirement.ts'
import { applicantField, type FiledFacts } from './filed-facts.ts'
import type { Problem } from './problem.ts'

/** Everything that is wrong with an application as it stands, in the order of the form. Only what is asked under its own circumstances counts. */
export function checkFiling(service: Service, facts: FiledFacts, known: KnownRegions = noRegions): readonly Problem[] {
  const asked = questionsFor(service, facts)
  return [
    ...checkApplicant(service, facts),
    ...checkPeople(asked.people, facts, known),
    ...asked.fields.flatMap((field) => checkField(field, facts, known)),
    ...requirementsFor(service, facts).flatMap((one) => checkRequirement(one, facts.requirements[one.id])),
  ]
}

/** May it be filed? What needs a reason has one in `reasons`, by its code. */
export const mayBeFiled = (problems: readonly Problem[], reasons: Readonly<Record<string, string>>): boolean =>
  problems.every(
    ({ severity, code }) =>
      severity === 'warning' || (severity === 'overridable' && (reasons[code]?.trim().length ?? 0) >= 3),
  )

/** Where there is only one way to apply, nobody is asked. */
function checkApplicant(service: Service, facts: FiledFacts): readonly Problem[] {
  if (service.whoMayApply.length === 1) return []
  const as = facts.answers[applicantField]
  const place = { part: 'applicant' } as const
  if (!as) return [{ place, code: 'missing', severity: 'blocking' }]
  if (!service.whoMayApply.some(({ id }) => id === as)) return [{ place, code: 'not-a-choice', severity: 'blocking' }]
  const allowed = questionsFor(service, facts).applicants.some(({ id }) => id === as)
  return allowed ? [] : [{ place, code: 'applicant-not-allowed', severity: 'blocking' }]
}
