import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import type { Kitir } from './kelurahan.ts'
import { slipText } from './slip-text.ts'

const font = (weight: number) =>
  fileURLToPath(new URL(`../../resources/fonts/inter-latin-${weight}.ttf`, import.meta.url))
const fonts = { normal: font(400), bold: font(600) }

/** The e-Kitir as the PDF of an online filing: A5. */
export async function slipPdf(kitir: Kitir): Promise<Buffer> {
  pdfmake.setFonts({ Inter: fonts })
  pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))
  pdfmake.setUrlAccessPolicy(() => false)
  const text = slipText(kitir)
  const document = pdfmake.createPdf({
    pageSize: 'A5',
    pageMargins: 40,
    info: { title: 'e-Kitir' },
    defaultStyle: { font: 'Inter', fontSize: 11 },
    content: [
      ...text.head.map((head) => ({ text: head, alignment: 'center' as const, bold: true })),
      { text: text.title, alignment: 'center', bold: true, fontSize: 18, margin: [0, 14, 0, 0] },
      { text: text.number, alignment: 'center', fontSize: 13, margin: [0, 0, 0, 12] },
      { qr: kitir.code, fit: 220, alignment: 'center', eccLevel: 'M' },
      { text: text.pin, alignment: 'center', bold: true, fontSize: 20, margin: [0, 14, 0, 14] },
      { layout: 'noBorders', table: { body: text.facts.map(([term, value]) => [term, { text: value, bold: true }]) } },
      { text: text.note, fontSize: 8, alignment: 'center', margin: [0, 14, 0, 0] },
    ],
  })
  return document.getBuffer()
}
