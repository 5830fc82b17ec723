/** Columns of the printer's font A: 32 on 58 mm paper, 48 on 80 mm. */
export type ReceiptColumns = 32 | 48

export interface ReceiptRun {
  readonly text: string
  readonly bold: boolean
}

/** One printed row; its runs follow one another without a gap and fit in the columns. `tall` is double height. */
export interface ReceiptText {
  readonly kind: 'text'
  readonly runs: readonly ReceiptRun[]
  readonly align: 'left' | 'center'
  readonly size: 'normal' | 'tall'
}

/** A label with its value. `beside`: the label fills `labelColumns`, the value's rows stand to its right; `above`: the rows stand beneath it. */
export interface ReceiptField {
  readonly kind: 'field'
  readonly place: 'beside' | 'above'
  readonly label: string
  readonly rows: readonly string[]
}

/** One of the two places to sign: a heading, room for the signature, a line, then who it is. */
export interface ReceiptSigner {
  readonly heading: string
  readonly rows: readonly string[]
  readonly columns: number
  /** Rows that stand where the signature would: it was given elsewhere. */
  readonly instead?: readonly string[]
}

/** The collector's signature belongs above `left`; `right` is signed with a pen. `gap` columns lie between. */
export interface ReceiptSignatures {
  readonly kind: 'signatures'
  readonly left: ReceiptSigner
  readonly right: ReceiptSigner
  readonly gap: number
}

/** The QR with its sentences: beside it where the medium allows, beneath it on the thermal printer. */
export interface ReceiptFoot {
  readonly kind: 'foot'
  readonly qr: string
  readonly texts: readonly ReceiptText[]
}

/** The one line model of a receipt: screen, bytes and pictures all draw these, in this order. */
export type ReceiptLine =
  | ReceiptText
  | ReceiptField
  | ReceiptSignatures
  | ReceiptFoot
  /** Bold text, centred in a frame over the whole width. */
  | { readonly kind: 'box'; readonly text: string }
  /** A QR that stands alone in the middle: one that is scanned from the paper. */
  | { readonly kind: 'code'; readonly qr: string }
  /** A dashed line over the whole width. */
  | { readonly kind: 'rule' }
  /** Half a row of air. */
  | { readonly kind: 'space' }

/** Width of the label of a field that stands `beside`. */
export const labelColumns = 11
