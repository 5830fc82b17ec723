import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import { receiptLines } from '#shared/domain/receipt/receipt-lines.ts'
import { encodeLines } from './encode-lines.ts'
import { printableReceipt } from './printable.ts'

export type PaperWidth = 58 | 80

export interface ReceiptSheet {
  readonly receipt: Receipt
  /** PNG of the collector's signature; null leaves room for a pen. */
  readonly signature: Uint8Array | null
}

/** ESC/POS bytes of a receipt: 1 to 3 equal sheets, each cut off. Pure; the same receipt always gives the same bytes. */
export function encodeReceipt({ receipt, signature }: ReceiptSheet, widthMm: PaperWidth, copies: number): Buffer {
  const columns = widthMm === 58 ? 32 : 48
  const sheet = encodeLines(receiptLines(printableReceipt(receipt), columns), columns, signature)
  return Buffer.concat(Array.from({ length: Math.min(3, Math.max(1, copies)) }, () => sheet))
}
