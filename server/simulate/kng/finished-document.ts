import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import { localDay } from '../calendar.ts'
import type { KeptApplication } from './kept-application.ts'

const font = (weight: number) =>
  fileURLToPath(new URL(`../../../resources/fonts/inter-latin-${weight}.ttf`, import.meta.url))
const fonts = { normal: font(400), bold: font(600) }

/** Puts an electronic signature (TTE) into a finished PDF. */
export type SignPdf = (pdf: Buffer) => Promise<Buffer>

/** An akta, KK or letter as the simulated office issues it: plainly made up, and of the size and shape of a real one. A4, one page. */
export async function finishedDocument(
  title: string,
  { submission, kngNumber }: KeptApplication,
  at: string,
): Promise<Buffer> {
  pdfmake.setFonts({ Inter: fonts })
  pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))
  pdfmake.setUrlAccessPolicy(() => false)
  const center = { alignment: 'center' as const }
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 72],
    // Made again at the same time, it is the same.
    info: { title, creationDate: new Date(at) },
    defaultStyle: { font: 'Inter', fontSize: 11, lineHeight: 1.3 },
    watermark: { text: 'SIMULASI', opacity: 0.08, bold: true },
    content: [
      { text: 'REPUBLIK INDONESIA', bold: true, ...center },
      { text: 'PENCATATAN SIPIL DAN KEPENDUDUKAN KOTA SURABAYA', bold: true, ...center },
      { text: title.toUpperCase(), bold: true, fontSize: 18, margin: [0, 32, 0, 4], ...center },
      { text: `Nomor ${kngNumber}`, margin: [0, 0, 0, 24], ...center },
      { layout: 'noBorders', table: { widths: [150, '*'], body: factsOf(submission).map(row) } },
      { text: `Surabaya, ${localDay(Date.parse(at))}`, margin: [0, 40, 0, 0], alignment: 'right' },
      { text: 'Pejabat Simulasi', bold: true, alignment: 'right' },
      { qr: `https://klampid.example/d/${kngNumber}`, fit: 90, margin: [0, 24, 0, 0], eccLevel: 'M' },
      { text: 'Dokumen contoh. Tidak berlaku untuk keperluan apa pun.', fontSize: 8, margin: [0, 8, 0, 0] },
    ],
  })
  return document.getBuffer()
}

const row = ([term, value]: readonly [string, string]) => [term, { text: value, bold: true }]

function factsOf({ subjectName, subjectNik, people, serviceName, unit }: KeptApplication['submission']) {
  const others = Object.values(people).flatMap(({ name }) => (name && name !== subjectName ? [name] : []))
  return [
    ['Nama', subjectName],
    ['NIK', masked(subjectNik)],
    ...others.map((name, index) => [index === 0 ? 'Tercantum pula' : '', name] as const),
    ['Layanan', serviceName],
    ['Diajukan di unit', unit],
  ] as const
}

/** Made-up, and masked all the same: these papers are looked at in pictures. */
const masked = (nik: string | null) => (nik === null ? '-' : `${nik.slice(0, 4)}********${nik.slice(-4)}`)
