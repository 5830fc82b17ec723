import type { Instant } from '../time.ts'
import { paperTime } from './paper-date.ts'
import type { ReceiptColumns, ReceiptLine } from './receipt-line.ts'
import { fields, texts } from './row-parts.ts'
import { words } from './words.ts'

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
    ...texts(words.test.title, columns, { align: 'center', bold: true, size: 'tall' }),
    { kind: 'rule' },
    ...fields(pairs, columns),
    { kind: 'rule' },
    { kind: 'foot', qr: `LOKET-UJI ${slip.deviceCode}`, texts: texts(words.test.success, columns) },
  ]
}
