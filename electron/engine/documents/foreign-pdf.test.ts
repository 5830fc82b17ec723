import { fileURLToPath } from 'node:url'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { foreignPdf, lockedPdf } from '../../../tests/fixtures/foreign-pdf.ts'
import { scannedPdf } from '../../../tests/fixtures/scanned-picture.ts'
import { createDocuments } from './create-documents.ts'
import { openGuarded } from './open-guarded.ts'

const { open } = createDocuments(fileURLToPath(new URL('../../../resources', import.meta.url)))
const of = { dpi: 100, mostPages: 20 }

/** How dark a place of a page is, 0 to 255; in points from the lower left, as PDF counts. */
async function darkness(jpeg: Uint8Array, x: number, y: number): Promise<number> {
  const image = await loadImage(Buffer.from(jpeg))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const [red = 0] = context.getImageData((x / 595) * image.width, (1 - y / 842) * image.height, 1, 1).data
  return 255 - red
}

async function pagesOf(pdf: Buffer): Promise<readonly Uint8Array[]> {
  const opened = await open(pdf, of)
  if (opened.outcome !== 'opened') throw new Error(opened.outcome)
  return opened.pages
}

test('the pages of a PDF become pictures, also letters whose typeface is not in it', async () => {
  const pages = await pagesOf(foreignPdf({ pages: 3 }))
  expect(pages).toHaveLength(3)
  const [first] = pages
  if (!first) throw new Error('no page')
  expect(await darkness(first, 200, 620)).toBeGreaterThan(200)
  expect(await darkness(first, 500, 620)).toBeLessThan(20)
  const letters = await Promise.all(Array.from({ length: 100 }, (_, at) => darkness(first, 73 + at * 1.5, 706)))
  expect(Math.max(...letters)).toBeGreaterThan(150)
})

test('pages from a scanner are drawn, whichever of its two ways of packing pictures it has', async () => {
  const [page] = await pagesOf(scannedPdf())
  if (!page) throw new Error('no page')
  expect(await darkness(page, 170, 600)).toBeGreaterThan(240)
  expect(Math.abs((await darkness(page, 170, 300)) - 127)).toBeLessThan(8)
  expect(await darkness(page, 450, 600)).toBeLessThan(8)
})

test('programs, actions and files inside of a PDF are left behind', async () => {
  const bad = foreignPdf({
    catalog:
      '/OpenAction 100 0 R /Names << /JavaScript << /Names [(a) 101 0 R] >> /EmbeddedFiles << /Names [(x.exe) 102 0 R] >> >> /AA << /WC 101 0 R >>',
    objects: [
      '<< /S /Launch /F (cmd.exe) /Win << /F (cmd.exe) /P (/c calc) >> >>',
      '<< /S /JavaScript /JS (app.alert\\(1\\); this.submitForm\\("http://127.0.0.1:9"\\)) >>',
      '<< /Type /Filespec /F (x.exe) /EF << /F 103 0 R >> >>',
      '<< /Length 4 >>\nstream\nMZxx\nendstream',
    ],
  })
  const pages = await pagesOf(bad)
  expect(pages).toHaveLength(1)
  const bytes = Buffer.concat(pages).toString('latin1')
  for (const word of ['Launch', 'JavaScript', 'cmd.exe', 'MZxx']) expect(bytes).not.toContain(word)
})

test('a PDF with a password is told from a damaged one, and from what is none', async () => {
  expect(await open(await lockedPdf(), of)).toEqual({ outcome: 'encrypted' })
  expect(await open(foreignPdf().subarray(0, 60), of)).toEqual({ outcome: 'damaged' })
  expect(await open(Buffer.from('MZ this is a program'), of)).toEqual({ outcome: 'damaged' })
  expect(await open(Buffer.from('PK\x03\x04 word/document.xml'), of)).toEqual({ outcome: 'damaged' })
})

test('more pages than a requirement may have are counted, not cut off', async () => {
  expect(await open(foreignPdf({ pages: 21 }), of)).toEqual({ outcome: 'too-many-pages', pages: 21 })
})

test('a PDF that unpacks to gigabytes is given up, and the engine lives on', { timeout: 60_000 }, async () => {
  const pdf = foreignPdf({ bombBytes: 700_000_000 })
  expect(pdf.length).toBeLessThan(20_000)
  const limits = { mostMs: 30_000, mostMemory: 300_000_000 }
  expect(await openGuarded({ task: 'open', pdf, ...of }, limits)).toEqual({ outcome: 'too-heavy' })
  expect(await pagesOf(foreignPdf())).toHaveLength(1)
})

test('a PDF that would be drawn for hours is given up', { timeout: 60_000 }, async () => {
  const pdf = foreignPdf({ content: '0 0 1 rg 0 0 595 842 re f '.repeat(400_000) })
  expect(await openGuarded({ task: 'open', pdf, ...of }, { mostMs: 300, mostMemory: 2e9 })).toEqual({
    outcome: 'too-heavy',
  })
})
