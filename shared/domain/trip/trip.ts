import type { Traced } from '../act/traced.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { CalendarDay } from '../time.ts'
import type { Check } from './readiness.ts'
import type { CardTally, PeopleTally } from './trip-tally.ts'
import type { Want } from './want.ts'

/** tirah baring (sakit, lansia, disabilitas), sekolah, warga RW, lainnya. */
export const targetKinds = ['bedridden', 'school', 'neighbourhood', 'other'] as const
export type TargetKind = (typeof targetKinds)[number]

/** Where the team stands, and when; times are of the wall clock there, `08:00`. */
export interface TripPlace {
  readonly id: string
  readonly name: string
  readonly address: string
  /** Kelurahan. */
  readonly scope: string
  readonly from: string
  readonly to: string
}

/** Who is to be served (sasaran): one person, or a school or RW as a whole. */
export interface TripTarget {
  readonly id: string
  readonly name: string
  readonly placeId: string | null
  readonly kind: TargetKind
  readonly wants: readonly Want[]
  readonly note: string
  readonly nik: string | null
}

export interface TripPlan {
  readonly day: CalendarDay
  readonly members: readonly { readonly name: string; readonly staffId: string | null }[]
  /** Vehicle and laptops, in the team's own words. */
  readonly vehicle: string
  readonly places: readonly TripPlace[]
  readonly targets: readonly TripTarget[]
}

/** The fact that somebody planned a day, or changed the plan: the whole of it each time. */
export interface TripPlanned extends DoneBy {
  readonly planId: string
  readonly tripId: string
  readonly plan: TripPlan
  readonly offline: boolean
}

/** The fact that a laptop went out (berangkat), and what its check said then. */
export interface TripStarted extends DoneBy {
  readonly startId: string
  readonly tripId: string
  readonly day: CalendarDay
  readonly deviceId: string
  readonly checks: readonly Check[]
  readonly offline: boolean
}

/** The fact that a laptop's day was counted and signed for. */
export interface TripClosed extends DoneBy {
  readonly closeId: string
  readonly tripId: string
  readonly day: CalendarDay
  readonly deviceId: string
  /** Of the day report; never given again. */
  readonly number: string
  /** What the numbers of this laptop begin with. */
  readonly letter: string
  /** Of the queue of this laptop. */
  readonly people: PeopleTally
  /** Of the whole trip, as this laptop knew it. */
  readonly cards: CardTally
  /** Cards that the team has in its hands, counted. */
  readonly inHand: number
  /** Why `inHand` is other than what should be there; null where it is not. */
  readonly explanation: string | null
  readonly witness: { readonly name: string; readonly position: string }
  /** SHA-256 (hex) of the signature PNGs. */
  readonly signature: string
  readonly witnessSignature: string
  readonly offline: boolean
}

/**
 * One day of one team (perjalanan jemput bola); a replicated row. It is the same whatever order its facts came in: the plan made last counts, starts and closings stand beside
 * each other in the order of their time.
 */
export interface Trip extends Traced {
  readonly id: string
  readonly scope: string
  readonly day: CalendarDay
  readonly state: 'planned' | 'under-way' | 'closed'
  /** null: a laptop told of its day before the plan came. */
  readonly plan: TripPlanned | null
  readonly starts: readonly TripStarted[]
  readonly closings: readonly TripClosed[]
  /** Something of it was done by a person who might not. */
  readonly flags: readonly 'not-permitted'[]
}
