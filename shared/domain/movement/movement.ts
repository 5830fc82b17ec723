import type { Traced } from '../act/traced.ts'
import type { CardState } from '../card/card.ts'
import type { Instant } from '../time.ts'

/**
 * What happened to a card besides its hand-over (mutasi kartu): sent to its unit (dikirim), received (diterima), received damaged, missing from a parcel (kurang kirim),
 * put in a place, found damaged, misprinted (salah cetak), lost at the kelurahan (hilang), wrong data (data salah), one of these recorded by mistake (salah catat), reminded (diingatkan),
 * returned to the Dinas (retur), carried out by a mobile team and carried back (dibawa tim, dibawa kembali), given back after a mistaken hand-over (batal serah), found to exist twice (cetak ganda),
 * found by a decision to have been given (diputuskan sudah diserahkan).
 */
export const movementKinds = [
  'dispatched',
  'received',
  'received-damaged',
  'missing',
  'stored',
  'damaged',
  'misprinted',
  'lost',
  'found',
  'wrong-data',
  'taken-back',
  'reminded',
  'returned',
  'carried-out',
  'carried-back',
  'undone',
  'double-print',
  'settled-given',
] as const
export type MovementKind = (typeof movementKinds)[number]

/** Why a person must look at one. second-copy: of a card that was printed and given twice one came back, while the other is still with the citizen. */
export const movementFlags = [
  'not-permitted',
  'card-unknown',
  'card-elsewhere',
  'counted-differently',
  'undo-too-late',
  'second-copy',
] as const
export type MovementFlag = (typeof movementFlags)[number]

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
  /** Who of the mobile team carried it out. */
  readonly carrier?: string | null | undefined
  /** The trip for which it was carried out. */
  readonly tripId?: string | null | undefined
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
