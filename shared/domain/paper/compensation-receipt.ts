import type { CardKind } from '../card/card.ts'
import type { Instant } from '../time.ts'
import type { PaperBase, PaperParty } from './paper-base.ts'

/** Kuitansi kompensasi, layout F. */
export interface CompensationReceipt extends PaperBase {
  readonly kind: 'compensation-receipt'
  readonly number: string
  /** 0 = original, n = SALINAN KE-n. */
  readonly copy: number
  /** Sudah terima dari, e.g. `Dinas Kependudukan dan Pencatatan Sipil Kota Surabaya`. */
  readonly payerOffice: string
  /** Whole rupiah. */
  readonly amount: number
  readonly method: 'cash' | 'transfer'
  /** Nomor kitir of the late application. */
  readonly kitirNumber: string
  readonly cardKind: CardKind | null
  readonly applicantName: string
  readonly dueAt: Instant
  /** null: not fulfilled yet. */
  readonly fulfilledAt: Instant | null
  /** Yang menerima, the citizen. */
  readonly recipient: PaperParty
  /** Yang membayar. */
  readonly payer: PaperParty
  /** Mengetahui, who approved. */
  readonly acknowledged: PaperParty
}
