import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { CardLabel, LabelSheet } from '#shared/domain/paper/label-sheet.ts'
import { labelGrid } from '#shared/domain/paper/label-sheet.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { qrSvg } from '../qr-svg.ts'
import { a4 } from './page-frame.ts'

const words = paperWords.labels
const perPage = labelGrid.columns * labelGrid.rows
const label = { width: a4.width / labelGrid.columns, height: a4.height / labelGrid.rows }
/** Inside of each label, so that nothing is lost where the printer cannot reach the edge or the sheet lies askew. */
const inset = 15
const qrSize = 68
const gap = 8
const textRoom = label.width - 2 * inset - qrSize - gap

/** Labels of 70 x 37 mm, 24 on a page, filled along the rows from `start`. Crosses at the corners, to cut along where the sheet is plain paper. */
export function labelSheetLayout({ labels, start }: LabelSheet): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: 0,
    language: 'id',
    info: { title: words.file, creator: 'Loket' },
    defaultStyle: { font: 'Inter', fontSize: 8.5, lineHeight: 1.1 },
    background: crosses,
    content: pagesOf(labels, start).map(
      (places, at): Content => ({ ...(at > 0 ? { pageBreak: 'before' } : {}), stack: [{ text: ' ' }, ...places] }),
    ),
  }
}

function pagesOf(labels: readonly CardLabel[], start: number): Content[][] {
  const pages: Content[][] = [[]]
  for (const [at, of] of labels.entries()) {
    const place = at + start - 1
    const page = Math.floor(place / perPage)
    pages[page] = [...(pages[page] ?? []), drawn(of, place % perPage)]
  }
  return pages
}

const drawn = (of: CardLabel, place: number): Content => ({
  absolutePosition: {
    x: (place % labelGrid.columns) * label.width + inset,
    y: Math.floor(place / labelGrid.columns) * label.height + (label.height - qrSize) / 2,
  },
  columns: [
    { width: qrSize, svg: qrSvg(of.labelCode, qrSize) },
    {
      width: textRoom,
      stack: [
        { text: placeText(of), bold: true, fontSize: of.place ? 11 : 8 },
        {
          text: shortened(of.ownerName),
          bold: true,
          fontSize: of.ownerName.length > 44 ? 7 : 8.5,
          margin: [0, 2, 0, 2],
        },
        { text: of.kitirNumber, fontSize: 7.5 },
        { text: paperWords.card[of.cardKind], fontSize: 7.5 },
      ],
    },
  ],
  columnGap: gap,
})

/** Drawn as large as its room: the library's own codes come in whole points per module only. */
/** What is beyond would stand on the next label; the number and the code tell such namesakes apart. */
const shortened = (name: string): string => (name.length > mostLetters ? `${name.slice(0, mostLetters)}...` : name)

const mostLetters = 72

const placeText = ({ place }: CardLabel): string =>
  place === null ? words.noPlace : `${place.rack} / ${place.box} / ${place.number}`

const arm = 4

/** None at the upper and lower edge: a drawing may not be higher than its page. */
const crosses = (): Content => ({
  canvas: Array.from({ length: labelGrid.columns + 1 }, (_, column) =>
    Array.from({ length: labelGrid.rows - 1 }, (_, row) => cross(column * label.width, (row + 1) * label.height)),
  ).flat(2),
})

const cross = (x: number, y: number) =>
  [
    { x1: x - arm, y1: y, x2: x + arm, y2: y },
    { x1: x, y1: y - arm, x2: x, y2: y + arm },
  ].map((line) => ({ type: 'line' as const, ...line, lineWidth: 0.4, lineColor: '#9aa5ac' }))
