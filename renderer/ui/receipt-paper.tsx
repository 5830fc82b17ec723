import { useMemo } from 'react'
import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import type { ReceiptColumns, ReceiptLine } from '#shared/domain/receipt/receipt-line.ts'
import { receiptLines } from '#shared/domain/receipt/receipt-lines.ts'
import { PaperLines } from './paper-lines.tsx'

interface ReceiptPaperProps {
  readonly receipt: Receipt
  /** The collector's signature, PNG in base64 without prefix. */
  readonly signature: string | null
  readonly columns?: ReceiptColumns
  /** preview: drawn smaller, beside the work. */
  readonly scale?: 'preview' | 'full'
  readonly label: string
  /** Rows with these labels are marked: where this receipt differs from another. */
  readonly marked?: ReadonlySet<string>
  /** Without the statement and the foot, which are the same on every receipt. */
  readonly short?: boolean
}

/** The receipt as it comes out of the printer: the same lines in the same order; always black on white. */
export function ReceiptPaper(props: ReceiptPaperProps) {
  const { receipt, signature, columns = 48, scale = 'full', label, marked, short = false } = props
  const lines = useMemo(() => {
    const all = receiptLines(receipt, columns)
    return short ? shortened(all) : all
  }, [receipt, columns, short])
  return (
    <PaperLines lines={lines} signature={signature} columns={columns} scale={scale} label={label} marked={marked} />
  )
}

/** Up to the signatures, without the sentences right above them. */
function shortened(lines: readonly ReceiptLine[]): readonly ReceiptLine[] {
  const signatures = lines.findIndex(({ kind }) => kind === 'signatures')
  const rule = lines.findLastIndex(({ kind }, at) => kind === 'rule' && at < signatures)
  return [...lines.slice(0, rule + 1), ...lines.slice(signatures, signatures + 1)]
}
