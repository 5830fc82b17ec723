import type { CardKind } from '../card/card.ts'
import type { CalendarDay } from '../time.ts'
import type { PaperBase, PaperParty } from './paper-base.ts'

/** Surat pernyataan menghilangkan of the officer who lost a card of a citizen, layout E. */
export interface LostStatement extends PaperBase {
  readonly kind: 'lost-statement'
  readonly number: string | null
  /** e.g. `Kelurahan Ketabang`. */
  readonly unit: string
  readonly officer: PaperParty
  readonly card: {
    readonly cardKind: CardKind
    readonly ownerName: string
    readonly nikMasked: string
    readonly kitirNumber: string
  }
  /** The berita acara with which it had come; null: not known here. */
  readonly shipment: { readonly number: string; readonly day: CalendarDay } | null
  /** What happened, in the officer's words; null: to be written by hand. */
  readonly account: string | null
  readonly acknowledged: PaperParty
}
