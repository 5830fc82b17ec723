import type { CardKind } from '../card/card.ts'
import type { PaperBase, PaperParty } from './paper-base.ts'

export interface HandoverListRow {
  readonly kitirNumber: string
  readonly ownerName: string
  readonly nikMasked: string
  readonly cardKind: CardKind
  /** Nomor bukti serah terima; null: not handed over. */
  readonly receiptNumber: string | null
  readonly received: boolean
  /** Why not received, or a remark; empty: none. */
  readonly note: string
}

/** Daftar tanda terima of a bulk hand-over at a school or an RW. */
export interface HandoverList extends PaperBase {
  readonly kind: 'handover-list'
  readonly number: string
  readonly group: 'school' | 'neighbourhood'
  /** e.g. `SDN Ketabang I` or `RW 05`. */
  readonly groupName: string
  readonly place: string
  /** Teacher or head of the RW in charge. */
  readonly inCharge: PaperParty
  readonly officer: PaperParty
  readonly rows: readonly HandoverListRow[]
}
