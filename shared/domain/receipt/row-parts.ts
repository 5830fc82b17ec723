import type { ReceiptColumns, ReceiptField, ReceiptText } from './receipt-line.ts'
import { labelColumns } from './receipt-line.ts'
import { wrap } from './wrap.ts'

type Look = Partial<Pick<ReceiptText, 'align' | 'size'>> & { readonly bold?: boolean }

/** A text broken into rows that fit. */
export function texts(
  text: string,
  columns: number,
  { align = 'left', bold = false, size = 'normal' }: Look = {},
): readonly ReceiptText[] {
  return wrap(text, columns).map((row) => ({ kind: 'text', runs: [{ text: row, bold }], align, size }))
}

/** Labels with their values: beside each other where there is room. */
export function fields(
  pairs: readonly (readonly [label: string, value: string])[],
  columns: ReceiptColumns,
): readonly ReceiptField[] {
  const place = columns === 32 ? 'above' : 'beside'
  const room = place === 'above' ? columns : columns - labelColumns
  return pairs.map(([label, value]) => ({ kind: 'field', place, label, rows: wrap(value, room) }))
}
