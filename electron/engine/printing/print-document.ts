import type { FilingSlip } from '#shared/domain/receipt/filing-slip.ts'
import { filingSlipLines } from '#shared/domain/receipt/filing-slip-lines.ts'
import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import type { ReceiptColumns } from '#shared/domain/receipt/receipt-line.ts'
import { receiptLines } from '#shared/domain/receipt/receipt-lines.ts'
import type { TestSlip } from '#shared/domain/receipt/test-slip.ts'
import { testSlipLines } from '#shared/domain/receipt/test-slip.ts'
import { pagesHtml } from '../usecases/paper/pages-html.ts'
import { encodeLines } from './encode-lines.ts'
import type { PaperWidth } from './encode-receipt.ts'
import { encodeReceipt } from './encode-receipt.ts'
import { printable } from './printable.ts'
import { printableTexts } from './printable-texts.ts'
import { receiptHtml } from './receipt-html.ts'
import type { PrintDocument } from './transport.ts'

/** `pin`: on the citizen's original alone; it is kept nowhere. */
export function slipDocument(slip: FilingSlip, pin: string | null, widthMm: PaperWidth): PrintDocument {
  const columns = columnsOf(widthMm)
  const lines = filingSlipLines(printableTexts(slip), pin, columns)
  return { bytes: () => encodeLines(lines, columns, null), html: () => receiptHtml(lines, columns, null, 1) }
}

/** A paper on A4, as the pictures of its pages. */
export function paperDocument(pages: readonly Uint8Array[]): PrintDocument {
  return {
    bytes: () => {
      throw new Error('an A4 paper has no bytes for a receipt printer')
    },
    html: async () => pagesHtml(pages),
  }
}

const columnsOf = (widthMm: PaperWidth): ReceiptColumns => (widthMm === 58 ? 32 : 48)

/** `signature`: PNG bytes; `copies`: 1 to 3 sheets. */
export function receiptDocument(
  receipt: Receipt,
  signature: Uint8Array | null,
  widthMm: PaperWidth,
  copies: number,
): PrintDocument {
  const columns = columnsOf(widthMm)
  return {
    bytes: () => encodeReceipt({ receipt, signature }, widthMm, copies),
    html: () => receiptHtml(receiptLines(receipt, columns), columns, signature, copies),
  }
}

export function testSlipDocument(slip: TestSlip, widthMm: PaperWidth): PrintDocument {
  const columns = columnsOf(widthMm)
  const lines = testSlipLines({ ...slip, deviceCode: printable(slip.deviceCode) }, columns)
  return { bytes: () => encodeLines(lines, columns, null), html: () => receiptHtml(lines, columns, null, 1) }
}
