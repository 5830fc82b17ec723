import type { Traced } from '../act/traced.ts'
import type { CardState } from '../card/card.ts'
import type { Instant } from '../time.ts'

/**
 * What happened to a card besides its hand-over (mutasi kartu): received (diterima), received damaged, missing from a parcel (kurang kirim),
 * put in a place, found damaged, misprinted (salah cetak), lost at the kelurahan (hilang), wrong data (data salah), reminded (diingatkan),
 * returned to the Dinas (retur), given back after a mistaken hand-over (batal serah).
 */
export type MovementKind =
  | 'received'
  | 'received-damaged'
  | 'missing'
  | 'stored'
  | 'damaged'
  | 'misprinted'
  | 'lost'
  | 'found'
  | 'wrong-data'
  | 'reminded'
  | 'returned'
  | 'undone'

export type MovementFlag = 'not-permitted' | 'card-unknown' | 'card-elsewhere' | 'counted-differently'

/** One line of the card ledger (buku register kartu). Written once, never changed. */
export interface Movement extends Traced {
  readonly id: string
  readonly scope: string
  readonly cardId: string
  readonly kind: MovementKind
  /** State of the card before and after; equal where the fact could not change it. */
  readonly from: CardState | null
  readonly to: CardState | null
  readonly at: Instant
  readonly acceptedAt: Instant | null
  readonly staffId: string
  readonly staffName: string
  readonly staffCode: string
  readonly deviceCode: string
  /** Number of the berita acara it is part of, if any. */
  readonly number: string | null
  readonly reason: string | null
  readonly shipmentId: string | null
  readonly handoverId: string | null
  readonly flags: readonly MovementFlag[]
}

/** Who did it where: the same in every fact. */
export interface DoneBy {
  readonly at: Instant
  readonly staffId: string
  readonly staffName: string
  readonly staffCode: string
  readonly deviceCode: string
}
