import { paperTime } from './paper-date.ts'
import type { Receipt } from './receipt.ts'
import { basisText, withdrawnText } from './receipt-texts.ts'
import { words } from './words.ts'

/** When and why the receipt is worth nothing any more; empty where neither is known, or it holds. */
export const endText = ({ ended, zone }: Receipt): string =>
  [ended?.at ? paperTime(ended.at, zone) : '', ended?.reason ?? ''].filter((part) => part !== '').join(': ')

export type ReceiptPair = readonly [label: string, value: string]

/** What was handed over, and whose it is. */
export const documentFields = (receipt: Receipt): readonly ReceiptPair[] => [
  [words.time, paperTime(receipt.at, receipt.zone)],
  [words.owner, receipt.ownerName],
  [words.nik, receipt.ownerNikMasked],
  [words.kitir, receipt.kitirNumber],
  [words.reason, words.reasons[receipt.issueReason]],
]

/** To whom, and by what right. The collector's NIK has its own row, unless it is the owner's, which stands above. */
export const collectorFields = (receipt: Receipt): readonly ReceiptPair[] => [
  [words.collector, receipt.collectorName],
  ...(receipt.basis.kind !== 'self' && receipt.collectorNikMasked !== null
    ? [[words.nik, receipt.collectorNikMasked] as const]
    : []),
  [words.relation, receipt.relation],
  [words.basis, basisText(receipt)],
  [words.withdrawn, withdrawnText(receipt)],
]
