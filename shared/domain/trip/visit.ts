import type { Traced } from '../act/traced.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { Instant } from '../time.ts'
import type { RecordingStatus } from './recording.ts'
import type { Want } from './want.ts'

/** Where the laptop was when somebody was served; coarse, and only where the office has allowed it. */
export interface Position {
  readonly lat: number
  readonly lon: number
  /** Metres. */
  readonly accuracy: number
  readonly at: Instant
}

/** Something that was done for a person on site; a wrong one is struck, never erased. */
export interface ServedItem {
  readonly id: string
  readonly kind: 'application' | 'card' | 'assistance'
  /** Number of the e-Kitir, id of the card; empty: none. */
  readonly ref: string
  readonly text: string
}

/** terlayani, pergi sebelum selesai, dijadwalkan lagi. */
export const outcomes = ['served', 'gone', 'postponed'] as const
export type VisitOutcome = (typeof outcomes)[number]

interface VisitWhat {
  readonly name: string
  readonly nik: string | null
  readonly placeId: string | null
  readonly targetId: string | null
  readonly wants: readonly Want[]
}

/** The fact that somebody took a number of the queue on site. */
export interface VisitOpened extends DoneBy, VisitWhat {
  readonly visitId: string
  readonly tripId: string
  /** `A-001`: see queue-number.ts. */
  readonly number: string
  readonly position: Position | null
  readonly offline: boolean
}

/** What may be said of a person again; what is absent stays as it was. */
export type VisitSet = { readonly [K in keyof VisitWhat]?: VisitWhat[K] | undefined } & {
  readonly note?: string | undefined
  readonly recording?: { readonly status: RecordingStatus; readonly reason: string } | undefined
}

/** The fact that somebody was called, is being served, or that something of them was noted. */
export interface VisitChanged extends DoneBy {
  readonly changeId: string
  readonly visitId: string
  readonly tripId: string
  readonly step: 'called' | 'serving' | null
  readonly set: VisitSet
  readonly add: readonly ServedItem[]
  /** Ids of items that were noted by mistake. */
  readonly strike: readonly string[]
  readonly offline: boolean
}

/** The fact that somebody left. */
export interface VisitLeft extends DoneBy {
  readonly leaveId: string
  readonly visitId: string
  readonly tripId: string
  readonly outcome: VisitOutcome
  readonly note: string
  readonly offline: boolean
}

export type VisitState = 'waiting' | 'called' | 'serving' | 'left'

/** One person served on site (kunjungan); a replicated row. Holds the facts in the order of their time; how it stands is worked out from them (visit-now.ts). */
export interface Visit extends Traced {
  readonly id: string
  readonly scope: string
  readonly tripId: string
  readonly state: VisitState
  readonly opened: VisitOpened
  readonly changes: readonly VisitChanged[]
  readonly leavings: readonly VisitLeft[]
  /** Something of it was done by a person who might not. */
  readonly flags: readonly 'not-permitted'[]
}
