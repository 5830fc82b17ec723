import type { Traced } from '../act/traced.ts'
import type { CardKind } from '../card/card.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { Instant } from '../time.ts'

/** Where a withdrawn card is: held in the drawer, destroyed (dimusnahkan), returned to the Dinas, or given back because the hand-over was undone. Exactly one. */
export type OldCardState = 'held' | 'destroyed' | 'returned' | 'given-back'

/** Somebody who stood by or took the cards, as written on the berita acara. */
export interface OldCardWitness {
  readonly name: string
  /** Jabatan; empty where none was told. */
  readonly position: string
}

/** How a drawer of old cards was emptied: what the berita acara says besides the cards. */
export interface OldCardClosing extends DoneBy {
  readonly actId: string
  /** Of the berita acara, e.g. `0003/BAM/3578071004-02/2026`. */
  readonly number: string
  readonly place: string
  /** How they were destroyed, e.g. `dipotong`; null where they went back. */
  readonly method: string | null
  readonly witnesses: readonly [OldCardWitness, OldCardWitness]
  /** Who took them for the Dinas; null where they were destroyed. */
  readonly receiver: OldCardWitness | null
}

/** An old card that was withdrawn when the new one was handed over (kartu lama ditarik). Its id is that of the hand-over. */
export interface WithdrawnCard extends Traced {
  readonly id: string
  readonly scope: string
  /** The new card. */
  readonly cardId: string
  /** null: the card was not known where the hand-over was applied. */
  readonly cardKind: CardKind | null
  readonly ownerName: string | null
  readonly ownerNik: string | null
  readonly receiptNumber: string
  readonly drawer: string | null
  readonly withdrawnAt: Instant
  readonly state: OldCardState
  readonly closing: OldCardClosing | null
  /** What others say became of it besides: none of it changed the state, each is part of a case. Oldest first. */
  readonly otherClosings?: readonly OtherClosing[]
}

/** A berita acara that clashed with where the card was said to be. */
export interface OtherClosing extends OldCardClosing {
  readonly kind: 'destroyed' | 'returned'
}

/** Every berita acara that names this old card: the one that stands first. */
export function closingsOf({ state, closing, otherClosings = [] }: WithdrawnCard): readonly OtherClosing[] {
  const stands = closing && (state === 'destroyed' || state === 'returned') ? [{ ...closing, kind: state }] : []
  return [...stands, ...otherClosings]
}
