import type { Traced } from '../act/traced.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { ExclusionGround } from '../service-clock/promise-rules.ts'
import type { CalendarDay, Instant } from '../time.ts'
import type { FilingStatus } from './filing-status.ts'

/** Somebody named in an application; which of these a service asks for stands in the catalogue. Absent: not asked, or not known. */
export interface FiledPerson {
  readonly name?: string | undefined
  readonly nik?: string | undefined
  readonly kk?: string | undefined
  readonly birthDate?: CalendarDay | undefined
  readonly birthPlace?: string | undefined
  readonly sex?: 'male' | 'female' | undefined
  readonly married?: boolean | undefined
  readonly address?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly passport?: string | undefined
}

/** How a requirement (persyaratan) was shown: asli, fotokopi, unggahan, belum ada. */
export const paperKinds = ['original', 'copy', 'upload', 'missing'] as const
export type PaperShown = (typeof paperKinds)[number]

export interface FiledRequirement {
  readonly how: PaperShown
  /** SHA-256 (hex) of the PDFs that were taken of it, each a blob of its own. */
  readonly documents: readonly string[]
}

/** What was asked of the citizen and seen, by the ids of the catalogue. */
export interface FiledContent {
  /** By role: applicant, child, mother, witness-1 … */
  readonly people: Readonly<Record<string, FiledPerson>>
  readonly answers: Readonly<Record<string, string>>
  readonly requirements: Readonly<Record<string, FiledRequirement>>
}

/** A doubt that the program had and the clerk answered, e.g. a day of birth that no calendar has. */
export interface AcceptedDoubt {
  readonly code: string
  /** Role, field or requirement that it is about. */
  readonly about: string
  readonly reason: string
}

/** The slip that the citizen takes home (e-Kitir), as it was made at the counter. */
export interface IssuedKitir {
  readonly kitirId: string
  /** `L-3578071004-02-000123`; final for ever. */
  readonly number: string
  /** Text of its QR, signed by the device. */
  readonly code: string
  /** argon2id of the PIN, which nobody keeps. */
  readonly pinVerifier: string
}

/** The fact that somebody filed an application at a counter (permohonan diajukan), and took its e-Kitir home. */
export interface ApplicationFiled extends DoneBy, FiledContent {
  readonly applicationId: string
  readonly kitir: IssuedKitir
  /** Code of the catalogue, and what the service was called then. */
  readonly service: string
  readonly serviceName: string
  readonly catalogueVersion: number
  /** Who asks; a NIK where the person has one. */
  readonly applicantName: string
  readonly applicantNik: string | null
  /** Whose document it will be. */
  readonly subjectName: string
  readonly subjectNik: string | null
  /** Several services of one family in one go; null: this one alone. */
  readonly family: { readonly id: string; readonly position: number; readonly of: number } | null
  /** Unit where the result is collected; null: nothing to collect. */
  readonly collectionUnit: string | null
  readonly channel: 'counter' | 'kelurahan' | 'mobile'
  readonly doubts: readonly AcceptedDoubt[]
  /** As the calendar said at the counter; null: not promised. */
  readonly expectedAt: Instant | null
  /** What puts it outside the promise by what was said at the counter; absent: nothing. */
  readonly grounds?: readonly ExclusionGround[] | undefined
  readonly offline: boolean
}

/** The fact that what was sent back was put right and sent again (diperbaiki). */
export interface ApplicationRepaired extends DoneBy, FiledContent {
  readonly repairId: string
  readonly applicationId: string
  readonly note: string
  readonly doubts: readonly AcceptedDoubt[]
  readonly offline: boolean
}

/** The fact that the citizen took the application back (dibatalkan pemohon). */
export interface ApplicationWithdrawn extends DoneBy {
  readonly withdrawId: string
  readonly applicationId: string
  readonly reason: string
  readonly offline: boolean
}

/** The fact that an e-Kitir was made anew for an application (kitir lama tanpa PIN, hilang, PIN lupa). */
export interface KitirReissued extends DoneBy {
  readonly reissueId: string
  readonly applicationId: string
  readonly kitir: IssuedKitir
  /** The number that it takes the place of, however it was written; and its row, where that was made at a counter. */
  readonly replacesNumber: string
  readonly replacesKitirId: string | null
  readonly reason: 'no-pin' | 'lost' | 'pin-forgotten' | 'damaged'
  /** The clerk saw that it is the applicant; older desks did not say. */
  readonly identitySeen?: boolean | undefined
  readonly ownerName: string
  readonly offline: boolean
}

/** One step of the course, newest last. `counter`: what the citizen and the clerk did. */
export interface FilingStep {
  readonly stepId: string
  readonly status: FilingStatus
  readonly at: Instant
  /** Words of the office, for the citizen, e.g. why it was sent back. */
  readonly note: string | null
  readonly by: 'counter' | 'centre' | 'kng'
  /** Requirements, fields or roles that have to be put right. */
  readonly about?: readonly string[] | undefined
}

/** A finished document that can be fetched and printed. */
export interface FilingResult {
  readonly sha256: string
  /** e.g. Kutipan Akta Kelahiran. */
  readonly title: string
  readonly pages: number
  readonly at: Instant
}

/** One application as it was filed at a counter: a replicable row. */
export interface Filing extends Traced, DoneBy, FiledContent {
  readonly id: string
  readonly scope: string
  readonly service: string
  readonly serviceName: string
  readonly catalogueVersion: number
  readonly applicantName: string
  readonly applicantNik: string | null
  readonly subjectName: string
  readonly subjectNik: string | null
  readonly family: { readonly id: string; readonly position: number; readonly of: number } | null
  readonly collectionUnit: string | null
  readonly channel: 'counter' | 'kelurahan' | 'mobile'
  readonly doubts: readonly AcceptedDoubt[]
  readonly expectedAt: Instant | null
  readonly grounds?: readonly ExclusionGround[] | undefined
  readonly offline: boolean
  /** The number that its latest e-Kitir bears. */
  readonly kitirNumber: string
  /** KNG's own number, once the centre knows it. */
  readonly kngNumber: string | null
  readonly acceptedAt: Instant | null
  readonly status: FilingStatus
  readonly steps: readonly FilingStep[]
  readonly results: readonly FilingResult[]
  /** Something of it was done by a person who might not. */
  readonly flags: readonly 'not-permitted'[]
}

/** An e-Kitir that was made at a counter: a replicable row. */
export interface Kitir extends Traced, DoneBy {
  readonly id: string
  readonly scope: string
  readonly applicationId: string
  readonly number: string
  readonly code: string
  readonly pinVerifier: string
  readonly ownerName: string
  /** Number of the one before it; null: the first. */
  readonly replaces: string | null
  readonly reason: KitirReissued['reason'] | null
  /** `replaced`: another took its place. */
  readonly state: 'valid' | 'replaced'
}
