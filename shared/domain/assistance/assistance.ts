import type { Traced } from '../act/traced.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { Instant } from '../time.ts'

/** akun dibuat, IKD diaktifkan, diajari mengajukan sendiri, lainnya. */
export const assistanceKinds = ['account', 'ikd', 'taught', 'other'] as const
export type AssistanceKind = (typeof assistanceKinds)[number]

interface Helped {
  readonly kind: AssistanceKind
  /** How many citizens. */
  readonly people: number
  /** Kelurahan where they live, by its code; null: of another town. */
  readonly kelurahan: string | null
  /** Never about a person: see note-fits.ts. */
  readonly note: string | null
}

/** The fact that somebody was helped to help himself (pendampingan). Nobody is named: it is counted, not followed. */
export interface AssistanceRecorded extends DoneBy, Helped {
  readonly assistanceId: string
  readonly offline: boolean
}

/** The fact that the entry was a mistake (salah catat). */
export interface AssistanceWithdrawn extends DoneBy {
  readonly withdrawId: string
  readonly assistanceId: string
  readonly offline: boolean
}

/** One entry of the log: a replicable row, of the unit that helped. */
export interface Assistance extends Traced, DoneBy, Helped {
  readonly id: string
  readonly scope: string
  readonly acceptedAt: Instant | null
  /** Counts no more, and stays. */
  readonly withdrawn: DoneBy | null
  readonly flags: readonly 'not-permitted'[]
}
