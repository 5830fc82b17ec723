import type { CalendarDay } from '../time.ts'

/** One person of an application, as far as it was typed; a NIK and a KK as 16 digits once they were put in order. */
export interface FiledPerson {
  readonly nik?: string | undefined
  readonly kk?: string | undefined
  readonly name?: string | undefined
  readonly birthDate?: CalendarDay | undefined
  readonly birthPlace?: string | undefined
  readonly sex?: 'male' | 'female' | undefined
  /** Is, or ever was, married: KTP-el before 17, no KIA. */
  readonly married?: boolean | undefined
  readonly address?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly passport?: string | undefined
  readonly nationality?: string | undefined
}

/** How a required paper was shown (asli, fotokopi, unggah); `missing`: it was looked for and is not there. */
export interface FiledRequirement {
  readonly how: 'original' | 'copy' | 'upload' | 'missing'
  /** Ids of the documents that were taken of it. */
  readonly documents: readonly string[]
}

/** What is known about an application while it is filled in, and what is filed in the end. Keys: ids of the service's roles, fields and requirements. */
export interface FiledFacts {
  /** The day it is filed on, in the unit's zone: ages are counted on it. */
  readonly day: CalendarDay
  readonly people: Readonly<Record<string, FiledPerson>>
  /** As typed; days as YYYY-MM-DD. A letter has three: see `letterKeys`. Who applies is under `applicantField`. */
  readonly answers: Readonly<Record<string, string>>
  readonly requirements: Readonly<Record<string, FiledRequirement>>
}

/** The answer that says as what the applicant applies: the id of one of the service's `whoMayApply`. */
export const applicantField = 'applicantAs'

/** Under which keys the number, the day and the sender of a letter are answered. */
export const letterKeys = (field: string) =>
  ({ number: `${field}.number`, date: `${field}.date`, station: `${field}.station` }) as const

export const noFacts = (day: CalendarDay): FiledFacts => ({ day, people: {}, answers: {}, requirements: {} })
