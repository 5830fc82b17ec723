import type { CardKind } from '../card/card.ts'
import type { Instant } from '../time.ts'

/** What stands on every paper, whatever it says. */
export interface PaperBase {
  /** Kop, from the region pack, e.g. `PEMERINTAH KOTA SURABAYA`. */
  readonly head: readonly string[]
  /** e.g. `Kelurahan Ketabang, Kec. Genteng`. */
  readonly unitLine: string
  /** Where it is signed, e.g. `Surabaya`. */
  readonly town: string
  readonly at: Instant
  /** IANA zone of the unit. */
  readonly zone: string
  readonly free: string
  readonly callCentre: string
}

/** Somebody who signs. What is null is left as a dotted line, to be written by hand. */
export interface PaperParty {
  readonly name: string | null
  /** Jabatan, e.g. `Petugas Registrasi Kelurahan`; an empty one is left out. */
  readonly position: string | null
  /** Kode petugas, never a NIK; null: none is printed. */
  readonly code: string | null
  /** PNG; null leaves room for a pen. */
  readonly signature: Uint8Array | null
}

/** Kondisi: good (baik), damaged (rusak), missing (kurang), extra (lebih), misprinted (salah cetak), wrong data (data salah), uncollected (tidak diambil). */
export type PaperCondition = 'good' | 'damaged' | 'missing' | 'extra' | 'misprinted' | 'wrong-data' | 'uncollected'

/** One line of the table of layout B. What is null is unknown: the card of a label that nobody knows. */
export interface PaperCard {
  /** Nomor kitir; of an unknown card the text of its label. */
  readonly kitirNumber: string
  readonly ownerName: string | null
  readonly nikMasked: string | null
  readonly cardKind: CardKind | null
  readonly condition: PaperCondition
  /** Keterangan; empty: none. */
  readonly note: string
}
