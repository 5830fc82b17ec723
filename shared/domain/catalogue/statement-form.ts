import type { DataPart } from './data-form.ts'
import type { StatementDatum } from './form-datum.ts'

/** Who applies, whatever the role is called in the service. */
export const whoApplies = 'applies'

/** A sentence, a person by the first of these roles that has a name, lines to write on, or a table of data. */
export type StatementPart =
  | { readonly text: string }
  | { readonly person: readonly string[]; readonly ask: readonly StatementDatum[] }
  | { readonly lines: number }
  | DataPart

export interface StatementSigner {
  /** e.g. `Yang menyatakan`. */
  readonly as: string
  /** Roles as of a part; none: the name is written by hand. */
  readonly person: readonly string[]
  readonly materai?: boolean | undefined
}

/**
 * A statement that a citizen signs by hand (surat pernyataan, SPTJM, surat kuasa), in the region's words. In its sentences `{service}` and `{unit}` stand for what is
 * filed, and where.
 */
export interface StatementForm {
  readonly id: string
  /** Official number, e.g. `F-2.03`. */
  readonly code?: string | undefined
  readonly title: string
  /** A second line of the title. */
  readonly about?: string | undefined
  /** A table of data (formulir isian) rather than a letter: small type, its code in a box, no kop. */
  readonly boxed?: boolean | undefined
  /** The Dinas has not compared it with the ministry's yet, and the paper says so. */
  readonly unchecked?: boolean | undefined
  readonly parts: readonly StatementPart[]
  /** From left to right; one alone stands at the right. */
  readonly signers: readonly StatementSigner[]
  /** So many witnesses sign beneath. */
  readonly witnesses?: number | undefined
  /** Mengetahui, e.g. `Ketua RT`. */
  readonly acknowledged?: readonly string[] | undefined
}
