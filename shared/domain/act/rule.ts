import type { Instant } from '../time.ts'
import type { RowChange, RowSet } from './row-set.ts'
import type { RowRef } from './row-types.ts'

/** A row to be loaded before the rule runs: by its own id, or every hand-over and case about a card. */
export type Need = RowRef | { readonly aboutCard: string }

/** What the place that applies an act knows besides it. */
export interface Seen {
  /** Where rows go that belong to no other row yet. */
  readonly scope: string
  readonly deviceId: string
  /** null: on the device, before the centre answered. */
  readonly acceptedAt: Instant | null
  /** Might this person do that, there, at that time? */
  readonly permitted: boolean
  /** Things that the place itself noticed, e.g. a clock that is ahead. */
  readonly flags: readonly string[]
  /** For the case that may have to be opened. */
  readonly caseId: string
}

/**
 * What an act made of the rows. A fact is `applied` or, where it contradicts what stood, a `conflict` that opens a case; only an intention is `refused`.
 * `code`: why a person must look at it (or why it was refused), null when nobody must.
 */
export interface Outcome {
  readonly changed: readonly RowChange[]
  readonly verdict: 'applied' | 'conflict' | 'refused'
  readonly code: string | null
  readonly caseId: string | null
}

/** One kind of act: what it is about and what the world is after it. Pure; the same on every device and at the centre. */
export interface Rule<P> {
  readonly kind: 'fact' | 'intention'
  /** Id of what was done: of the hand-over, the count, the movement. */
  id(payload: P): string
  staffId(payload: P): string
  at(payload: P): Instant
  needs(payload: P): readonly Need[]
  /** Of an act about many rows: the part about this one. Shows pending acts row by row; absent where an act is about one. */
  narrow?(payload: P, ref: RowRef): P
  apply(rows: RowSet, payload: P, seen: Seen): Outcome
  /** Hashes of what must lie whole at the centre before an intention is followed (signatures). */
  evidence?(rows: RowSet, payload: P): readonly string[]
}
