import type { Datum } from './catalogue.ts'

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
  | 'missing'
  | 'applicant-not-allowed'
  | 'nik-letters'
  | 'nik-length'
  | 'nik-impossible'
  | 'nik-birth-day'
  | 'nik-province'
  | 'nik-district'
  | 'nik-sex'
  | 'nik-birth-date'
  | 'nik-is-kk'
  | 'nik-twice'
  | 'nik-excel'
  | 'kk-letters'
  | 'kk-length'
  | 'kk-impossible'
  | 'kk-looks-like-nik'
  | 'kk-day'
  | 'kk-excel'
  | 'name-short'
  | 'name-digits'
  | 'name-signs'
  | 'name-one-word'
  | 'name-long'
  | 'name-abbreviated'
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
