import type { StatementDatum } from '../catalogue/form-datum.ts'
import type { DataPiece } from './data-form.ts'
import type { PaperBase } from './paper-base.ts'

/** What is null is a dotted line, to be written by hand: NIK and KK always are, as on a surat kuasa. */
export interface StatementFact {
  readonly datum: StatementDatum
  readonly value: string | null
}

export type StatementPiece =
  | { readonly text: string }
  | { readonly facts: readonly StatementFact[] }
  | { readonly lines: number }
  | DataPiece

export interface StatementSignature {
  readonly as: string
  readonly name: string | null
  readonly materai: boolean
}

/** Surat pernyataan, SPTJM or surat kuasa for an application: a form of the catalogue, filled in with what is known, to be signed by hand. */
export interface Statement extends PaperBase {
  readonly kind: 'statement'
  readonly title: string
  readonly about: string | null
  readonly code: string | null
  readonly boxed: boolean
  readonly unchecked: boolean
  readonly pieces: readonly StatementPiece[]
  readonly signers: readonly StatementSignature[]
  readonly witnesses: readonly (string | null)[]
  readonly acknowledged: readonly string[]
}
