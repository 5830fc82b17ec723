import type { Traced } from '../act/traced.ts'
import type { CalendarDay, Instant } from '../time.ts'

/** KTP-el (identity card of 17 and over) or KIA (child's identity card). */
export type CardKind = 'ktp-el' | 'kia'

/** Where a card is in its life; the Indonesian status of the office in the comment. */
export type CardState =
  | 'print-queue' // ANTRE_CETAK
  | 'printed' // DICETAK
  | 'sorted' // SIAP_KIRIM
  | 'shipped' // DIKIRIM
  | 'ready' // SIAP_DIAMBIL
  | 'with-team' // SIAP_DIAMBIL, dibawa tim jemput bola
  | 'handed-over' // DISERAHKAN
  | 'returned' // RETUR
  | 'lost' // HILANG_KEL
  | 'damaged' // RUSAK / SALAH_CETAK

/** Why the card was made (alasan terbit); decides what happens to the old card. */
export type IssueReason = 'new' | 'age-17' | 'damaged' | 'lost' | 'data-change' | 'moved-in'

/** Storage place on the shelf: rak, kotak, nomor. */
export interface StoragePlace {
  readonly rack: string
  readonly box: string
  readonly number: string
}

/** What the shelf remembers of the hand-over that stands. */
export interface HandedOver {
  readonly handoverId: string
  readonly receiptNumber: string
  readonly at: Instant
  readonly collectorName: string
  readonly collectorKind: CollectorKind
  readonly staffName: string
  readonly staffCode: string
  readonly deviceCode: string
}

/** Who stands at the counter: sendiri, keluarga satu KK, kuasa, wali/orang tua, petugas jemput bola. */
export type CollectorKind = 'self' | 'family' | 'proxy' | 'guardian' | 'mobile-team'

/** One physical card (keping). Everything the counter needs to hand it over, also offline. */
export interface Card extends Traced {
  readonly id: string
  /** Unit that holds it or will hold it: Kemendagri code, digits only. */
  readonly scope: string
  readonly applicationId: string
  readonly kind: CardKind
  readonly state: CardState
  readonly issueReason: IssueReason
  readonly ownerName: string
  /** 16 digits as text. */
  readonly ownerNik: string
  readonly ownerBirthDate: CalendarDay
  /** 16 digits as text; null when unknown. */
  readonly kkNumber: string | null
  readonly kitirNumber: string
  /** Text of the e-Kitir's QR, opaque, at most 512 characters. */
  readonly kitirCode: string
  /** Text of the QR on the card's own label. */
  readonly labelCode: string
  /** argon2id PHC string of the PIN, or null when the centre sent none. */
  readonly pinVerifier: string | null
  readonly place: StoragePlace | null
  /** When it reached the shelf. */
  readonly arrivedAt: Instant | null
  readonly handedOver: HandedOver | null
  /** Open case (two hand-overs of one card), if any. */
  readonly caseId: string | null
  /** The 1x24 h promise: when it was due and when it was fulfilled; null where the service promises nothing. */
  readonly dueAt: Instant | null
  readonly acceptedAt: Instant | null
  readonly fulfilledAt: Instant | null
  /** The parcel that brings or brought it. */
  readonly shipmentId?: string | null
  /** Counted as missing from its parcel, and not found since. */
  readonly missing?: boolean
  /** When the owner was last reminded to collect it. */
  readonly remindedAt?: Instant | null
  /** While a mobile team has it: who signed for it, and since when. It is the unit's card until the citizen signs. */
  readonly carriedBy?: { readonly name: string; readonly since: Instant } | null
}
