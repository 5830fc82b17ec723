import type { PaperBase, PaperCard, PaperParty } from './paper-base.ts'

/** Berita acara pengembalian kartu ke Dinas: uncollected for too long, damaged, misprinted. */
export interface ReturnRecord extends PaperBase {
  readonly kind: 'return-record'
  readonly number: string
  readonly place: string
  /** PIHAK PERTAMA, the kelurahan. */
  readonly first: PaperParty
  /** PIHAK KEDUA, the Dinas. */
  readonly second: PaperParty
  readonly acknowledged: PaperParty
  readonly rows: readonly PaperCard[]
}
