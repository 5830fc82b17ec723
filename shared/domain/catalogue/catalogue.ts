import type { ExclusionGround } from '../service-clock/promise-rules.ts'
import type { Condition } from './condition.ts'
import type { FiledPerson } from './filed-facts.ts'
import type { StatementForm } from './statement-form.ts'

/** The services of the city (katalog layanan). What each promises is in the pack's `promise.services` under the same code, and only there. */
export interface Catalogue {
  readonly version: number
  readonly services: readonly Service[]
  /** What requirements may name in `form`; absent: none. */
  readonly forms?: readonly StatementForm[] | undefined
}

/** All words in it are the region's own, in Indonesian. */
export interface Service {
  readonly code: string
  readonly name: string
  readonly group: ServiceGroup
  /** In one or two sentences, for who asks what it is. */
  readonly about: string
  /** What citizens call it, common misspellings too. */
  readonly citizenWords: readonly string[]
  readonly whoMayApply: readonly ApplicantKind[]
  /** The role of the person whom the product is about. */
  readonly subject: string
  readonly people: readonly PersonRole[]
  readonly fields: readonly Field[]
  readonly requirements: readonly Requirement[]
  /** Empty: nothing is given out. */
  readonly products: readonly Product[]
  readonly channels: readonly Channel[]
  /** What can put one application outside of the promise, beside what the service is outside for as a whole. */
  readonly exclusions: readonly ExclusionGround[]
  /** What a family usually files with it in one go. */
  readonly followUps: readonly FollowUp[]
  /** What the clerk should know before filing, a line each. */
  readonly notes: readonly string[]
}

export type ServiceGroup =
  | 'ktp'
  | 'recording'
  | 'kia'
  | 'kk'
  | 'birth'
  | 'death'
  | 'marriage'
  | 'divorce'
  | 'child'
  | 'deed'
  | 'abroad'
  | 'move'
  | 'foreigner'
  | 'non-permanent'
  | 'ikd'
  | 'other'

/** Where it can be filed: at a service hall or the Dinas, at the kelurahan, with a mobile team, by the citizen in KNG. */
export type Channel = 'counter' | 'kelurahan' | 'mobile' | 'self'

export interface ApplicantKind {
  readonly id: string
  readonly label: string
  readonly when?: Condition | undefined
}

/** What is asked about a person. */
export type Datum = keyof FiledPerson

/** Somebody the application is about: applicant, child, mother, witness1 ... */
export interface PersonRole {
  readonly id: string
  readonly label: string
  /** In the order in which it is asked. */
  readonly data: Readonly<Partial<Record<Datum, 'required' | 'optional'>>>
  readonly when?: Condition | undefined
  /** What nobody can say yet under this condition: a child whose birth is recorded in the same go has no NIK. */
  readonly later?: { readonly data: readonly Datum[]; readonly when: Condition } | undefined
  /** Nobody needs to be named; who is begun must be complete. */
  readonly optional?: boolean | undefined
  readonly age?: AgeRange | undefined
  /** A name that is given now: the stricter rule for names holds. */
  readonly newName?: boolean | undefined
  /** Who is or was married has no right to it. */
  readonly unmarried?: boolean | undefined
  /** Roles that the same person may have as well. */
  readonly mayAlsoBe?: readonly string[] | undefined
}

/** In years on the day of filing. */
export interface AgeRange {
  readonly atLeast?: number | undefined
  readonly under?: number | undefined
  /** Who is or was married counts as old enough. */
  readonly orMarried?: boolean | undefined
}

export type FieldKind =
  | 'text'
  | 'date'
  | 'number'
  | 'choice'
  | 'nik'
  /** NIK of several people, by comma or line. */
  | 'niks'
  | 'kk'
  | 'akta'
  | 'skpwni'
  | 'phone'
  | 'email'
  /** Number, day and sender of a letter, e.g. of the police. */
  | 'letter'

export interface Field {
  readonly id: string
  readonly label: string
  readonly kind: FieldKind
  readonly required: boolean
  readonly when?: Condition | undefined
  readonly options?: readonly { readonly id: string; readonly label: string }[] | undefined
  /** Of a number its value; of a text its letters. */
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** A day that may still be to come; others may not. */
  readonly mayBeAhead?: boolean | undefined
  readonly hint?: string | undefined
}

export type PaperForm = 'original' | 'copy' | 'upload'

/** A paper to be shown (persyaratan). */
export interface Requirement {
  readonly id: string
  readonly label: string
  readonly accepts: readonly PaperForm[]
  readonly when?: Condition | undefined
  /** The condition in words, for who has not been asked yet: "bila hilang". */
  readonly whenWords?: string | undefined
  readonly optional?: boolean | undefined
  /** The catalogue has a form for it, by its id, that the office prints. */
  readonly form?: string | undefined
}

export interface Product {
  readonly kind: 'pdf' | 'ktp-el' | 'kia' | 'letter' | 'app' | 'status'
  readonly label: string
  readonly when?: Condition | undefined
}

export interface FollowUp {
  readonly service: string
  /** Why it goes together with this one. */
  readonly words: string
  readonly when?: Condition | undefined
}

/** Of a pack from before there was a catalogue. */
export const noCatalogue: Catalogue = { version: 0, services: [] }

export const findService = ({ services }: Catalogue, code: string): Service | null =>
  services.find((service) => service.code === code) ?? null

/** The role of who applies: somebody of their own where the service asks for one, otherwise whom it is about. */
export const applicantRole = ({ subject }: Service, asked: readonly PersonRole[]): string =>
  asked.some(({ id }) => id === 'applicant') ? 'applicant' : subject
