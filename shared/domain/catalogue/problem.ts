import type { KkTrouble } from '../nik/kk-troubles.ts'
import type { NikTrouble } from '../nik/nik-troubles.ts'
import type { NameTrouble } from '../person-name/name-troubles.ts'
import { assertNever } from '../result.ts'
import type { Datum } from './catalogue.ts'
import { applicantField } from './filed-facts.ts'

/** `blocking`: cannot be filed so. `overridable`: only with a reason. `warning`: said, and nothing more. */
export type Severity = 'blocking' | 'overridable' | 'warning'

export type ProblemPlace =
  | { readonly part: 'applicant' }
  /** Without a datum: the person as a whole. */
  | { readonly part: 'person'; readonly role: string; readonly datum: Datum | null }
  /** `key`: of a letter which of its three answers, otherwise the field's own id. */
  | { readonly part: 'field'; readonly field: string; readonly key: string }
  | { readonly part: 'requirement'; readonly requirement: string }

export type ProblemCode =
  | NikTrouble
  | KkTrouble
  | NameTrouble
  | 'missing'
  | 'applicant-not-allowed'
  | 'nik-is-kk'
  | 'nik-twice'
  | 'number-zeroed'
  | 'too-young'
  | 'too-old'
  | 'married'
  | 'no-such-day'
  | 'day-ahead'
  | 'day-long-ago'
  | 'akta-form'
  | 'skpwni-form'
  | 'phone-form'
  | 'email-form'
  | 'not-a-choice'
  | 'not-a-number'
  | 'too-small'
  | 'too-large'
  | 'too-short'
  | 'too-long'
  | 'requirement-missing'
  | 'requirement-form'
  | 'requirement-not-uploaded'

export interface Problem {
  readonly place: ProblemPlace
  readonly code: ProblemCode
  readonly severity: Severity
  /** What was probably meant, to be shown before it is taken. */
  readonly proposal?: string | undefined
}

/** What may be filed nevertheless; every other problem blocks. A name that is given now is judged more strictly. */
const milder: Partial<Readonly<Record<ProblemCode, Severity>>> = {
  'nik-birth-day': 'overridable',
  'nik-province': 'overridable',
  'nik-district': 'warning',
  'nik-sex': 'overridable',
  'nik-birth-date': 'overridable',
  'nik-is-kk': 'warning',
  'nik-twice': 'warning',
  'number-zeroed': 'warning',
  'kk-looks-like-nik': 'warning',
  'kk-day': 'warning',
  'name-short': 'overridable',
  'name-digits': 'overridable',
  'name-signs': 'warning',
  'name-one-word': 'warning',
  'name-long': 'warning',
  'day-long-ago': 'overridable',
  'akta-form': 'warning',
  'skpwni-form': 'warning',
  'phone-form': 'overridable',
}

const ofNewNames: Partial<Readonly<Record<ProblemCode, Severity>>> = {
  'name-short': 'blocking',
  'name-digits': 'blocking',
  'name-signs': 'blocking',
  'name-long': 'blocking',
  // The ministry itself takes these where parents insist.
  'name-one-word': 'overridable',
  'name-abbreviated': 'overridable',
}

export const severityOf = (code: ProblemCode, newName = false): Severity =>
  (newName ? ofNewNames[code] : undefined) ?? milder[code] ?? 'blocking'

/** The place in one word: role, role.datum, key of the answer, or requirement. Reasons are kept under it, and faults and the office name it so. */
export function aboutOf(place: ProblemPlace): string {
  switch (place.part) {
    case 'applicant':
      return applicantField
    case 'person':
      return place.datum === null ? place.role : `${place.role}.${place.datum}`
    case 'field':
      return place.key
    case 'requirement':
      return place.requirement
    default:
      return assertNever(place)
  }
}
