import type { CardKind } from '../card/card.ts'
import type { CalendarDay } from '../time.ts'
import type { PaperBase } from './paper-base.ts'

/** A person of a surat kuasa. What is null is a dotted line. NIK masked where it is printed at all. */
export interface LetterPerson {
  readonly name: string | null
  readonly nikMasked: string | null
  readonly birthPlace: string | null
  readonly birthDate: CalendarDay | null
  readonly address: string | null
}

/** Surat kuasa pengambilan KTP-el/KIA (content of F-1.07), layout D: a form to be signed by hand. */
export interface ProxyLetter extends PaperBase {
  readonly kind: 'proxy-letter'
  /** Pemberi kuasa; null: all of it is written by hand. */
  readonly giver: LetterPerson | null
  /** Penerima kuasa. */
  readonly proxy: LetterPerson | null
  /** null: for any card. */
  readonly card: { readonly cardKind: CardKind; readonly ownerName: string; readonly kitirNumber: string } | null
  /** e.g. `Kelurahan Ketabang`. */
  readonly unit: string
}
