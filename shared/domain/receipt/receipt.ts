import type { CardKind, CollectorKind, IssueReason } from '../card/card.ts'
import type { OldCard, PinOutcome } from '../handover/handover.ts'
import type { CalendarDay, Instant } from '../time.ts'

/** Everything the paper of one hand-over says (bukti serah terima); NIKs arrive masked. One source for screen, bytes and PDF. */
export interface Receipt {
  /** Kop, from the region pack, e.g. `PEMERINTAH KOTA SURABAYA`. */
  readonly head: readonly string[]
  /** e.g. `Kelurahan Ketabang, Kec. Genteng`. */
  readonly unitLine: string
  readonly cardKind: CardKind
  /** Receipt number, final for ever; also the text of the QR. */
  readonly number: string
  readonly at: Instant
  /** IANA zone of the unit. */
  readonly zone: string
  readonly ownerName: string
  readonly ownerNikMasked: string
  readonly kitirNumber: string
  readonly issueReason: IssueReason
  readonly collectorName: string
  readonly collectorNikMasked: string | null
  readonly relation: string
  readonly basis: {
    readonly kind: CollectorKind
    readonly pin: PinOutcome
    readonly proxyLetter: { readonly number: string; readonly date: CalendarDay } | null
    /** Who is in charge of a list takes it: the letter is that of the school or the RW. */
    readonly onList?: boolean | undefined
  }
  readonly oldCard: OldCard
  readonly statement: string
  readonly free: string
  readonly callCentre: string
  readonly staffName: string
  readonly staffCode: string
  readonly offline: boolean
  /** 0 = original, n = SALINAN KE-n. */
  readonly copy: number
  /** Number of the list on which the owner signs by pen; absent where somebody signed for this card alone. */
  readonly onList?: string | undefined
  /** Absent where the hand-over holds. */
  readonly ended?: ReceiptEnd | undefined
}

/** Why a receipt is worth nothing any more: the card came back over the counter, or another hand-over was found to stand. */
export interface ReceiptEnd {
  readonly how: 'undone' | 'set-aside'
  /** null: not known here. */
  readonly at: Instant | null
  /** Empty: not known here. */
  readonly reason: string
}
