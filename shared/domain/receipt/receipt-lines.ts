import type { Receipt } from './receipt.ts'
import { collectorFields, documentFields, endText } from './receipt-fields.ts'
import type { ReceiptColumns, ReceiptLine, ReceiptSignatures, ReceiptText } from './receipt-line.ts'
import { fields, texts } from './row-parts.ts'
import { words } from './words.ts'
import { plain, wrap } from './wrap.ts'

const rule = { kind: 'rule' } as const
const space = { kind: 'space' } as const

/** Layout A (bukti serah terima KTP-el/KIA) in lines that fit the columns. Pure: the same receipt always gives the same lines. */
export function receiptLines(receipt: Receipt, columns: ReceiptColumns): readonly ReceiptLine[] {
  return [
    ...endLines(receipt, columns),
    ...(receipt.copy > 0 ? [{ kind: 'box', text: words.copy(receipt.copy) } as const, space] : []),
    ...headLines(receipt, columns),
    rule,
    ...fields(documentFields(receipt), columns),
    rule,
    ...fields(collectorFields(receipt), columns),
    rule,
    ...texts(receipt.statement, columns),
    space,
    signatures(receipt, columns),
    rule,
    { kind: 'foot', qr: receipt.number, texts: footTexts(receipt, columns) },
  ]
}

/** A paper that is worth nothing any more says so before all else. */
function endLines(receipt: Receipt, columns: number): readonly ReceiptLine[] {
  if (!receipt.ended) return []
  const why = endText(receipt)
  const told = why === '' ? [] : texts(why, columns, { align: 'center', bold: true })
  return [{ kind: 'box', text: words.ended[receipt.ended.how] }, ...told, space]
}

function headLines(receipt: Receipt, columns: number): readonly ReceiptLine[] {
  const centred = (text: string, bold = false) => texts(text, columns, { align: 'center', bold })
  return [
    ...receipt.head.flatMap((line, at) => centred(line, at === 0)),
    ...centred(receipt.unitLine),
    space,
    ...texts(words.title[receipt.cardKind], columns, { align: 'center', bold: true, size: 'tall' }),
    ...centred(receipt.number),
  ]
}

function signatures(receipt: Receipt, columns: number): ReceiptSignatures {
  const gap = columns > 32 ? 2 : 1
  const left = Math.floor((columns - gap) / 2)
  const right = columns - gap - left
  const instead = receipt.onList && [words.onList, ...wrap(receipt.onList, left)]
  return {
    kind: 'signatures',
    gap,
    left: {
      heading: words.receives,
      rows: wrap(receipt.collectorName, left),
      columns: left,
      ...(instead && { instead }),
    },
    right: {
      heading: words.hands,
      rows: [...wrap(receipt.staffName, right), ...wrap(receipt.staffCode, right)],
      columns: right,
    },
  }
}

function footTexts(receipt: Receipt, columns: number): readonly ReceiptText[] {
  return [
    ...texts(receipt.free, columns),
    ...callCentre(plain(receipt.callCentre), columns),
    ...(receipt.offline ? texts(words.offline, columns, { bold: true }) : []),
  ]
}

function callCentre(number: string, columns: number): readonly ReceiptText[] {
  const label = `${words.callCentre} `
  if (label.length + number.length > columns)
    return [...texts(label, columns), ...texts(number, columns, { bold: true })]
  const runs = [
    { text: label, bold: false },
    { text: number, bold: true },
  ]
  return [{ kind: 'text', runs, align: 'left', size: 'normal' }]
}
