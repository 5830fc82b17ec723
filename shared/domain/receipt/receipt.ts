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
}
