import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { FilingSlipPaper } from '#shared/domain/paper/filing-slip.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { bearsPin, noPapersSaying, pinSaying, slipEnd, slipFacts } from '#shared/domain/receipt/filing-slip-lines.ts'
import { slipWords } from '#shared/domain/receipt/filing-slip-words.ts'
import { words } from '#shared/domain/receipt/words.ts'
import { qrSvg } from '../qr-svg.ts'
import { grey, pageFrame } from './page-frame.ts'
import { fields, grid, paragraph } from './pieces.ts'

/** Layout C on A4: what stands on the slip, in the same order, with the QR and the PIN beside the facts. */
export const filingSlipLayout = (paper: FilingSlipPaper): TDocumentDefinitions =>
  pageFrame(paper, {
    title: paperTitle(paper),
    number: paper.slip.number,
    free: true,
    content: [sheet(paper), top(paper), papers(paper), ends(paper), ...foot(paper)],
  })

const sheet = ({ slip }: FilingSlipPaper): Content => ({
  text: [slipWords.sheet[slip.copyFor], ...(slip.copy > 0 ? [' · ', paperWords.copy(slip.copy)] : [])].join(''),
  bold: true,
  alignment: 'center',
  margin: [0, 0, 0, 10],
})

const codeWidth = 148

const top = (paper: FilingSlipPaper): Content => ({
  columns: [
    { width: '*', stack: [fields(slipFacts(paper.slip), 0, 74, codeWidth + 18)] },
    {
      width: codeWidth,
      stack: [{ svg: qrSvg(paper.slip.code, codeWidth - 8), width: codeWidth - 8, alignment: 'center' }, ...pin(paper)],
    },
  ],
  columnGap: 12,
  margin: [0, 0, 0, 8],
})

function pin({ slip, pin }: FilingSlipPaper): Content[] {
  const saying = pinSaying(slip, pin)
  if (saying === null) return []
  return [
    ...(pin !== null && bearsPin(slip) ? [pinBox(pin)] : []),
    { text: saying, fontSize: 8, alignment: 'center', margin: [0, 4, 0, 0] },
  ]
}

const pinBox = (pin: string): Content => ({
  margin: [0, 8, 0, 0],
  table: { widths: ['*'], body: [[{ text: slipWords.pin(pin), bold: true, fontSize: 17, alignment: 'center' }]] },
  layout: { hLineWidth: () => 1.4, vLineWidth: () => 1.4, paddingTop: () => 5, paddingBottom: () => 2 },
})

const papers = ({ slip }: FilingSlipPaper): Content =>
  grid({
    widths: [24, '*', 90],
    head: [paperWords.columns.no, slipWords.papers, paperWords.columns.condition],
    rows: slip.papers.map(({ label, how }, at) => [String(at + 1), label, slipWords.how[how]]),
    empty: noPapersSaying(slip),
  })

const ends = ({ slip }: FilingSlipPaper): Content => fields(slipEnd(slip), 0, 74)

const foot = ({ slip }: FilingSlipPaper): Content[] => [
  ...(slip.result === 'document' ? [paragraph(slipWords.document, [0, 4, 0, 6])] : bring(slip.result)),
  paragraph(slipWords.status),
  { text: slipWords.privacy, color: grey, fontSize: 9 },
  ...(slip.offline ? [{ text: words.offline, bold: true, margin: [0, 6, 0, 0] } satisfies Content] : []),
]

const bring = (result: FilingSlipPaper['slip']['result']): Content[] => [
  { text: slipWords.bringHead, bold: true, margin: [0, 4, 0, 2] },
  { ul: [...slipWords.bring[result]], margin: [0, 0, 0, 6] },
]
