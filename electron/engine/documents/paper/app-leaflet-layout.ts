import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { AppLeaflet } from '#shared/domain/paper/app-leaflet.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { qrSvg } from '../qr-svg.ts'
import { grey, pageFrame } from './page-frame.ts'
import { paragraph } from './pieces.ts'

const words = paperWords.appLeaflet
const qrSize = 120

/** Selebaran: large letters, the steps of each app beside its QR, for eyes that are not young. */
export const appLeafletLayout = (paper: AppLeaflet): TDocumentDefinitions =>
  pageFrame(paper, {
    title: paperTitle(paper),
    number: null,
    free: true,
    content: [
      { ...textOf(words.lead), margin: [0, 2, 0, 8] },
      appPart(words.klampid, paper.apps.klampid),
      appPart(words.ikd, paper.apps.ikd),
      { text: words.care.title, bold: true, fontSize: 14, margin: [0, 10, 0, 4] },
      { ul: words.care.lines.map((line) => textOf(line)) },
      paragraph(words.help(paper.unitLine), [0, 10, 0, 0]),
    ],
  })

const textOf = (text: string) => ({ text, fontSize: 12.5, lineHeight: 1.2 })

function appPart(
  { title, steps }: { readonly title: string; readonly steps: readonly string[] },
  address: string,
): Content {
  return {
    margin: [0, 8, 0, 4],
    columns: [
      {
        width: '*',
        stack: [
          { text: title, bold: true, fontSize: 16, margin: [0, 0, 0, 4] },
          { ol: steps.map((step) => ({ ...textOf(step), margin: [0, 0, 0, 3] })) },
        ],
      },
      {
        width: qrSize + 20,
        stack: [
          { svg: qrSvg(address, qrSize), width: qrSize, alignment: 'right' },
          { text: words.scan, fontSize: 9, color: grey, alignment: 'right', margin: [0, 4, 0, 0] },
        ],
      },
    ],
    columnGap: 16,
  }
}
