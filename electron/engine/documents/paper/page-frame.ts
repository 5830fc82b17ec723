import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { PaperBase } from '#shared/domain/paper/paper-base.ts'
import { paperWords } from '#shared/domain/paper/words.ts'

/** Points (1/72 inch). */
export const a4 = { width: 595.28, height: 841.89 }
const side = 50
export const textWidth = a4.width - 2 * side
export const grey = '#4d5961'

interface Frame {
  readonly title: string
  readonly number: string | null
  /** Says that the service is free: papers that a citizen holds. */
  readonly free: boolean
  readonly content: Content[]
}

/** A4 with the kop on the first page and number, page and call centre at the foot of each. */
export const pageFrame = (paper: PaperBase, { title, number, free, content }: Frame): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [side, 38, side, 56],
  language: 'id',
  info: {
    title: number === null ? title : `${title} ${number}`,
    creator: 'Loket',
    creationDate: new Date(paper.at),
  },
  defaultStyle: { font: 'Inter', fontSize: 10, lineHeight: 1.25 },
  footer: (page, pages) => foot(paper, { number, free, page, pages }),
  content: [...letterhead(paper), ...heading(title, number), ...content],
})

const heading = (title: string, number: string | null): Content[] => [
  {
    text: title,
    bold: true,
    fontSize: 13,
    alignment: 'center',
    margin: [0, 16, 0, number === null ? 14 : 1],
    decoration: 'underline',
  },
  ...(number === null
    ? []
    : [{ text: `${paperWords.number}: ${number}`, alignment: 'center', margin: [0, 0, 0, 14] } satisfies Content]),
]

/** Kop: the office, then a thick and a thin line. */
export const letterhead = ({ head, unitLine }: Pick<PaperBase, 'head' | 'unitLine'>): Content[] => [
  ...head.map(
    (line, at): Content => ({
      text: line,
      bold: true,
      fontSize: at === 0 ? 13 : 12,
      alignment: 'center',
      lineHeight: 1.15,
    }),
  ),
  { text: unitLine, alignment: 'center', margin: [0, 1, 0, 6] },
  rule(1.8, [0, 0, 0, 1.8]),
  rule(0.6, [0, 0, 0, 0]),
]

export const rule = (lineWidth: number, around: [number, number, number, number], width = textWidth): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth }],
  margin: around,
})

interface Foot {
  readonly number: string | null
  readonly free: boolean
  readonly page: number
  readonly pages: number
}

const foot = (paper: PaperBase, { number, free, page, pages }: Foot): Content => ({
  margin: [side, 12, side, 0],
  fontSize: 8,
  color: grey,
  stack: [
    rule(0.4, [0, 0, 0, 4]),
    {
      columns: [
        {
          width: '*',
          text: [
            ...(number === null ? [] : [`${paperWords.number} ${number}\n`]),
            ...(free ? [`${paper.free} `] : []),
            `${paperWords.callCentre} ${paper.callCentre}`,
          ],
        },
        { width: 'auto', text: paperWords.page(page, pages) },
      ],
      columnGap: 12,
    },
  ],
})
