import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { rupiah } from '#shared/domain/money/rupiah.ts'
import { rupiahInWords } from '#shared/domain/money/terbilang.ts'
import type { CompensationReceipt } from '#shared/domain/paper/compensation-receipt.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { writtenDay, writtenTime } from '#shared/domain/paper/written-date.ts'
import { localTime } from '#shared/domain/receipt/paper-date.ts'
import type { SheetSize } from '../pdf-maker.ts'
import { cutLine, middle, placeOfSecond } from './half-sheets.ts'
import { grey, letterhead, pageFrame } from './page-frame.ts'
import { acknowledges } from './parties.ts'
import { fields } from './pieces.ts'
import { signatureRow } from './signers.ts'

const words = paperWords.compensation

/** Layout F: kuitansi kompensasi, a sheet for the citizen and one for the archive. `tooTall` where a sheet does not fit on half a page. */
export const compensationReceiptLayout = (
  receipt: CompensationReceipt,
  size: SheetSize,
  tooTall: () => void,
): TDocumentDefinitions => ({
  ...pageFrame(receipt, { title: paperTitle(receipt), number: receipt.number, free: false, content: [] }),
  pageMargins: [50, 26, 50, 6],
  footer: () => '',
  background: size === 'half' ? cutLine : '',
  defaultStyle: { font: 'Inter', fontSize: 9.5, lineHeight: 1.18 },
  pageBreakBefore: ({ headlineLevel, startPosition }) => {
    if (headlineLevel === footOfFirst && startPosition.top + 12 > middle) tooTall()
    return false
  },
  content: [{ stack: sheet(receipt, 0) }, { stack: sheet(receipt, 1), ...placeOfSecond(size, 26, 50) }],
})

/** Marks the end of the first sheet for `pageBreakBefore`. */
const footOfFirst = 1

const sheet = (receipt: CompensationReceipt, at: 0 | 1): Content[] => [
  { text: paperWords.sheets[at], fontSize: 7.5, color: grey, alignment: 'right', margin: [0, 0, 0, -9] },
  ...letterhead(receipt),
  title(receipt),
  fields(rows(receipt), 0, 96),
  amountAndCopy(receipt),
  signatures(receipt),
  {
    ...(at === 0 ? { headlineLevel: footOfFirst } : {}),
    text: `${paperWords.callCentre} ${receipt.callCentre}`,
    fontSize: 8,
    color: grey,
    margin: [0, 4, 0, 0],
  },
]

const title = (receipt: CompensationReceipt): Content => ({
  columns: [
    { width: 150, stack: receipt.copy > 0 ? [copyBox(receipt.copy)] : [] },
    {
      width: '*',
      alignment: 'center',
      stack: [{ text: paperTitle(receipt), bold: true, fontSize: 13 }, `${paperWords.number}: ${receipt.number}`],
    },
    { width: 150, text: '' },
  ],
  margin: [0, 6, 0, 6],
})

const copyBox = (copy: number): Content => ({
  table: { widths: [104], body: [[{ text: paperWords.copy(copy), bold: true, fontSize: 11, alignment: 'center' }]] },
  layout: { hLineWidth: () => 1.2, vLineWidth: () => 1.2 },
})

const rows = (receipt: CompensationReceipt) =>
  [
    [words.from, receipt.payerOffice],
    [words.sum, `${rupiah(receipt.amount)} (${rupiahInWords(receipt.amount)})`],
    [words.for, words.purpose(receipt.kitirNumber, card(receipt), receipt.applicantName)],
    [words.due, writtenTime(receipt.dueAt, receipt.zone)],
    [
      words.fulfilled,
      receipt.fulfilledAt === null ? words.notFulfilled : writtenTime(receipt.fulfilledAt, receipt.zone),
    ],
    [words.means, words.method[receipt.method]],
  ] as const

const card = ({ cardKind }: CompensationReceipt) => (cardKind ? paperWords.card[cardKind] : words.application)

/** The amount in figures in its box, as kuitansi have it; place and day beside it. */
const amountAndCopy = (receipt: CompensationReceipt): Content => ({
  columns: [
    {
      width: 170,
      table: {
        widths: ['*'],
        body: [[{ text: rupiah(receipt.amount), bold: true, fontSize: 15, alignment: 'center' }]],
      },
      layout: { hLineWidth: () => 1.2, vLineWidth: () => 1.2, paddingTop: () => 4, paddingBottom: () => 2 },
    },
    {
      width: '*',
      text: `${receipt.town}, ${writtenDay(localTime(receipt.at, receipt.zone).day)}`,
      alignment: 'right',
      margin: [0, 10, 0, 0],
    },
  ],
  margin: [0, 2, 0, 8],
})

const signatures = ({ recipient, payer, acknowledged }: CompensationReceipt): Content =>
  signatureRow(
    [
      { heading: [`${words.receives},`, ''], party: recipient },
      acknowledges(acknowledged),
      { heading: [`${words.pays},`, ''], party: payer },
    ],
    [0, 0, 0, 0],
    44,
  )
