import type { BegunApplication } from '#shared/contract/engine/applications.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import { findService, type Service } from '#shared/domain/catalogue/catalogue.ts'
import { checkFiling } from '#shared/domain/catalogue/check-filing.ts'
import { applicantRoleOf, type FiledContent, filedContent } from '#shared/domain/catalogue/filed-content.ts'
import type { FiledFacts, FiledPerson } from '#shared/domain/catalogue/filed-facts.ts'
import { aboutOf, type Problem } from '#shared/domain/catalogue/problem.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { unitZone } from '../device/unit-zone.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import type { DoneHere } from './done-here.ts'
import { knownRegions } from './known-regions.ts'

export interface CheckedApplication {
  readonly service: Service
  readonly catalogueVersion: number
  readonly content: FiledContent
  /** Those that still are any: a number that was mended meanwhile needs no reason. */
  readonly doubts: BegunApplication['doubts']
  readonly applicant: FiledPerson
  readonly subject: FiledPerson
}

/**
 * May it be filed, by the catalogue as it is now? Nothing may be missing or impossible, and what is doubtful has its reason. Faults: service-unknown (the catalogue
 * changed while the draft was open), application-unfit {service, code, about}.
 */
export async function checkFiled(
  tx: Pick<ReadSet, 'settings' | 'directory' | 'device'>,
  begun: BegunApplication,
  { by }: Pick<DoneHere, 'by'>,
): Promise<Result<CheckedApplication, Fault>> {
  const catalogue = await tx.settings.catalogue()
  const service = findService(catalogue, begun.service)
  if (service === null) return fail('service-unknown', { service: begun.service })
  const { people, answers, requirements } = begun
  const facts: FiledFacts = { day: calendarDay(by.at, await unitZone(tx)), people, answers, requirements }
  const problems = checkFiling(service, facts, await knownRegions(tx))
  const unfit = problems.find((problem) => !answered(begun, problem))
  if (unfit) return fail('application-unfit', { service: service.code, code: unfit.code, about: aboutOf(unfit.place) })
  const doubts = begun.doubts.filter((doubt) => problems.some((problem) => isAbout(problem, doubt)))
  const content = filedContent(service, facts)
  const named = (role: string) => content.people[role] ?? {}
  const applicant = named(applicantRoleOf(service, content))
  const subject = named(service.subject)
  return ok({ service, catalogueVersion: catalogue.version, content, doubts, applicant, subject })
}

/** Only said, or a reason was given for it at its place. */
const answered = ({ doubts }: BegunApplication, problem: Problem): boolean =>
  problem.severity === 'warning' ||
  (problem.severity === 'overridable' && doubts.some((doubt) => isAbout(problem, doubt)))

const isAbout = ({ code, place }: Problem, doubt: BegunApplication['doubts'][number]): boolean =>
  doubt.code === code && doubt.about === aboutOf(place)
