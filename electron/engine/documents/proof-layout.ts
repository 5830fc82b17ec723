import type { Column, Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import type { ReceiptPair } from '#shared/domain/receipt/receipt-fields.ts'
import { collectorFields, documentFields, endText } from '#shared/domain/receipt/receipt-fields.ts'
import { words } from '#shared/domain/receipt/words.ts'
import { clockLegible } from './clock-legible.ts'
import { cutLine, middle, placeOfSecond } from './paper/half-sheets.ts'
import type { SheetSize } from './pdf-maker.ts'

/** Points (1/72 inch). A4 is 595 x 842: two sheets of A5 height, each with its margin. */
const margin = { side: 42, top: 24 }
const textWidth = 595.28 - 2 * margin.side
const qrSize = 54

/** Layout A on A4, the citizen's sheet and the archive's. `tooTall` is called when the sheet does not fit on half a page. */
export const proofLayout = (
  receipt: Receipt,
  signature: string | null,
  size: SheetSize,
  tooTall: () => void,
): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [margin.side, margin.top, margin.side, margin.top],
  language: 'id',
  info: {
    title: `${words.title[receipt.cardKind]} ${receipt.number}`,
    creator: 'Loket',
    creationDate: new Date(receipt.at),
  },
  defaultStyle: { font: 'Inter', fontSize: 9, lineHeight: 1.15 },
  background: size === 'half' ? cutLine : '',
  pageBreakBefore: ({ headlineLevel, startPosition }) => {
    if (headlineLevel === footOfFirst && startPosition.top + qrSize > middle - margin.top / 2) tooTall()
    return false
  },
  content: [
    sheet(receipt, signature, words.sheets[0]),
    { stack: sheet(receipt, signature, words.sheets[1]), ...placeOfSecond(size, margin.top) },
  ],
})

/** Marks the end of the first sheet for `pageBreakBefore`. */
const footOfFirst = 1

const sheet = (receipt: Receipt, signature: string | null, name: string): Content[] => [
  { text: name, fontSize: 7.5, color: '#4d5961', alignment: 'right', margin: [0, 0, 0, -9] },
  ...endBox(receipt),
  ...(receipt.copy > 0 ? [copyBox(receipt.copy)] : []),
  ...letterhead(receipt),
  { text: words.title[receipt.cardKind], bold: true, fontSize: 12.5, alignment: 'center', margin: [0, 7, 0, 1] },
  { text: `${words.number}: ${receipt.number}`, alignment: 'center', margin: [0, 0, 0, 7] },
  {
    columns: [
      fieldTable(words.document, documentFields(receipt)),
      fieldTable(words.collectorHeading, collectorFields(receipt)),
    ],
    columnGap: 18,
  },
  { text: receipt.statement, margin: [0, 8, 0, 6] },
  signatures(receipt, signature),
  rule(0.5, [0, 7, 0, 7]),
  foot(receipt, name),
]

/** A paper that is worth nothing any more says so before all else. */
function endBox(receipt: Receipt): Content[] {
  if (!receipt.ended) return []
  return [boxed(words.ended[receipt.ended.how], endText(receipt))]
}

const copyBox = (copy: number): Content => boxed(words.copy(copy))

const boxed = (title: string, text = ''): Content => ({
  table: {
    widths: ['*'],
    body: [[{ text: [{ text: title, fontSize: 11 }, text && `  ${text}`], bold: true, alignment: 'center' }]],
  },
  layout: { hLineWidth: () => 1.2, vLineWidth: () => 1.2 },
  margin: [0, 12, 0, 4],
})

/** Kop: the office, then a thick and a thin line. */
const letterhead = ({ head, unitLine }: Receipt): Content[] => [
  ...head.map((line, at): Content => ({ text: line, bold: true, fontSize: at === 0 ? 11 : 10, alignment: 'center' })),
  { text: unitLine, alignment: 'center', margin: [0, 1, 0, 5] },
  rule(1.6, [0, 0, 0, 1.6]),
  rule(0.5, [0, 0, 0, 0]),
]

const rule = (lineWidth: number, around: [number, number, number, number]): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth }],
  margin: around,
})

const fieldTable = (heading: string, pairs: readonly ReceiptPair[]): Column => ({
  width: '*',
  stack: [
    { text: heading, bold: true, fontSize: 7.5, color: '#4d5961', characterSpacing: 0.6, margin: [0, 0, 0, 3] },
    {
      table: {
        widths: [54, '*'],
        body: pairs.map(([label, value]): TableCell[] => [label, { text: clockLegible(value), bold: true }]),
      },
      layout: {
        hLineWidth: (at, node) => (at === 0 || at === node.table.body.length ? 0 : 0.4),
        hLineColor: () => '#d7dde1',
        vLineWidth: () => 0,
        paddingLeft: () => 0,
        paddingRight: () => 4,
        paddingTop: () => 2.4,
        paddingBottom: () => 1.6,
      },
    },
  ],
})

const signatures = (receipt: Receipt, signature: string | null): Content => ({
  columns: [
    signer(words.receives, [receipt.collectorName], ink(receipt, signature)),
    signer(words.hands, [receipt.staffName, receipt.staffCode], ''),
  ],
  columnGap: 60,
  margin: [20, 0, 20, 0],
})

/** The drawing, where it is the collector's own; otherwise where the collector signed. */
const ink = ({ onList }: Receipt, signature: string | null): TableCell => {
  if (onList) return { text: `${words.onList}\n${onList}`, alignment: 'center', fontSize: 8, margin: [0, 10, 0, 0] }
  return signature ? { image: signature, fit: [150, 38], alignment: 'center' } : ''
}

const signer = (heading: string, names: readonly string[], room: TableCell): Column => ({
  width: '*',
  alignment: 'center',
  stack: [
    heading,
    roomToSign(room),
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: (textWidth - 100) / 2, y2: 0, lineWidth: 0.6 }],
      margin: [0, 0, 0, 3],
    },
    ...names.map((name, at): Content => ({ text: name, bold: at === 0 })),
  ],
})

/** Equally high with and without a signature, so that both lines are level; the drawing stands on its line. */
const roomToSign = (room: TableCell): Content => ({
  table: { widths: ['*'], heights: [40], body: [[room]] },
  layout: { defaultBorder: false, paddingTop: () => 1, paddingBottom: () => 1 },
})

const foot = (receipt: Receipt, sheetName: string): Content => ({
  ...(sheetName === words.sheets[0] ? { headlineLevel: footOfFirst } : {}),
  columns: [
    { qr: receipt.number, fit: qrSize, eccLevel: 'M', width: qrSize + 4 },
    {
      width: '*',
      margin: [0, receipt.offline ? 6 : 12, 0, 0],
      stack: [
        receipt.free,
        { text: [`${words.callCentre} `, { text: receipt.callCentre, bold: true }] },
        ...(receipt.offline ? [{ text: words.offline, bold: true }] : []),
      ],
    },
  ],
  columnGap: 10,
})
