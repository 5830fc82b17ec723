import type { Instant } from '../time.ts'
import { paperTime } from './paper-date.ts'
import type { ReceiptColumns, ReceiptField, ReceiptLine, ReceiptText } from './receipt-line.ts'
import { labelColumns } from './receipt-line.ts'
import { words } from './words.ts'
import { wrap } from './wrap.ts'

export interface TestSlip {
  readonly at: Instant
  readonly zone: string
  readonly deviceCode: string
}

/** A short slip that shows whether width, letters, bold and QR come out as they should. No personal data. */
export function testSlipLines(slip: TestSlip, columns: ReceiptColumns): readonly ReceiptLine[] {
  const pairs = [
    [words.time, paperTime(slip.at, slip.zone)],
    [words.test.device, slip.deviceCode],
    [words.test.width, `${columns === 32 ? 58 : 80} mm, ${columns} kolom`],
    [words.test.letters, words.test.sample],
  ] as const
  return [
    ...rows(words.test.title, columns, { align: 'center', bold: true, size: 'tall' }),
    { kind: 'rule' },
    ...pairs.map(([label, value]) => field(label, value, columns)),
    { kind: 'rule' },
    { kind: 'foot', qr: `LOKET-UJI ${slip.deviceCode}`, texts: rows(words.test.success, columns, {}) },
  ]
}

function field(label: string, value: string, columns: ReceiptColumns): ReceiptField {
  const place = columns === 32 ? 'above' : 'beside'
  return { kind: 'field', place, label, rows: wrap(value, place === 'above' ? columns : columns - labelColumns) }
}

const rows = (
  text: string,
  columns: number,
  { align = 'left', bold = false, size = 'normal' }: { bold?: boolean } & Partial<Pick<ReceiptText, 'align' | 'size'>>,
): readonly ReceiptText[] =>
  wrap(text, columns).map((row) => ({ kind: 'text', runs: [{ text: row, bold }], align, size }))
