import type { BegunApplication } from '#shared/contract/engine/applications.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { FiledContent, FiledPerson } from '#shared/domain/filing/filing.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import type { DoneHere } from './done-here.ts'

export interface CheckedApplication {
  readonly service: { readonly code: string; readonly name: string }
  readonly catalogueVersion: number
  readonly content: FiledContent
  readonly applicant: FiledPerson
  readonly subject: FiledPerson
}

/** May it be filed? Until the catalogue is here: where somebody is named. Fault: application-unfit {service, code, about}. */
export async function checkFiled(
  _tx: Pick<ReadSet, 'settings' | 'directory'>,
  { service: code, people, answers, requirements }: BegunApplication,
  _here: Pick<DoneHere, 'by' | 'device'>,
): Promise<Result<CheckedApplication, Fault>> {
  const [subject] = Object.values(people)
  if (!subject?.name) return fail('application-unfit', { service: code, code: 'missing', about: 'applicant' })
  const content = { people, answers, requirements }
  const applicant = people.applicant ?? subject
  return ok({ service: { code, name: code }, catalogueVersion: 0, content, applicant, subject })
}
