import type { CardKind } from '../card/card.ts'
import type { CalendarDay } from '../time.ts'
import type { PaperBase, PaperParty } from './paper-base.ts'

export interface OldCardRow {
  readonly ownerName: string
  readonly nikMasked: string
  readonly cardKind: CardKind
  readonly withdrawnOn: CalendarDay
  /** Bukti serah terima at which it was withdrawn. */
  readonly receiptNumber: string
  /** Keterangan; empty: none. */
  readonly note: string
}

/** Berita acara pemusnahan or pengembalian of old cards that were withdrawn. */
export interface OldCardRecord extends PaperBase {
  readonly kind: 'old-card-record'
  readonly outcome: 'destroyed' | 'returned'
  readonly number: string
  readonly place: string
  /** How they were destroyed, e.g. `dipotong`; null where they went back. */
  readonly method: string | null
  readonly officer: PaperParty
  /** Of the Dinas, where they went back; null where they were destroyed. */
  readonly receiver: PaperParty | null
  readonly witnesses: readonly [PaperParty, PaperParty]
  readonly acknowledged: PaperParty
  readonly rows: readonly OldCardRow[]
}
