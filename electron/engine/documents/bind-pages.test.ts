import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { sheetJpeg } from '../../../tests/fixtures/paper-picture.ts'
import type { BoundPdf } from '../usecases/ports.ts'
import { createDocuments } from './create-documents.ts'
import { jpegSize } from './jpeg-size.ts'

const { open, bind } = createDocuments(fileURLToPath(new URL('../../../resources', import.meta.url)))
const limit = 2_000_000
const a4 = { width: 1654, height: 2339 }

async function bound(pages: readonly Buffer[], most = limit): Promise<Extract<BoundPdf, { outcome: 'bound' }>> {
  const made = await bind(pages, most)
  if (made.outcome !== 'bound') throw new Error(made.outcome)
  return made
}

async function sizesIn(pdf: Uint8Array) {
  const opened = await open(pdf, { dpi: 72, mostPages: 40 })
  if (opened.outcome !== 'opened') throw new Error(opened.outcome)
  return opened.pages.map((page) => jpegSize(page))
}

test('pages become one PDF on A4, upright or lying as they are', async () => {
  const made = await bound([sheetJpeg(a4), sheetJpeg({ width: 1600, height: 1000 }), sheetJpeg(a4)])
  expect(made).toMatchObject({ grey: false, dpi: 137 })
  expect(made.pdf.length).toBeLessThan(limit)
  expect(await sizesIn(made.pdf)).toEqual([
    { width: 595, height: 842 },
    { width: 842, height: 595 },
    { width: 595, height: 842 },
  ])
})

test('what does not fit is made smaller step by step, never below 150 dots an inch in grey', async () => {
  const pages = Array.from({ length: 3 }, () => sheetJpeg({ ...a4, noise: 0.2 }))
  const free = await bound(pages, 8_000_000)
  const half = Math.round(free.pdf.length / 2)
  const made = await bound(pages, half)
  expect(free).toMatchObject({ dpi: 200, grey: false })
  expect(made.dpi).toBeGreaterThanOrEqual(150)
  expect(made.dpi).toBeLessThan(200)
  expect(made.pdf.length).toBeLessThanOrEqual(half)
})

test('what does not fit with readable pages is refused with its size', { timeout: 60_000 }, async () => {
  const pages = Array.from({ length: 12 }, () => sheetJpeg({ ...a4, noise: 0.7 }))
  const made = await bind(pages, limit)
  expect(made.outcome).toBe('too-large')
  expect(made.outcome === 'too-large' && made.size).toBeGreaterThan(limit)
})

test('a small picture stays as small as it came', async () => {
  const small = sheetJpeg({ width: 600, height: 848 })
  expect((await bound([small])).dpi).toBe(73)
  // What is said of a document is said of its least sharp page.
  expect((await bound([sheetJpeg({ width: 1654, height: 2339 }), small])).dpi).toBe(73)
})

test('a page that is no picture, or says that it is a vast one, is refused', async () => {
  expect(await bind([Buffer.from('MZ')], limit)).toEqual({ outcome: 'damaged' })
  expect(await bind([sheetJpeg(a4).subarray(0, 900)], limit)).toEqual({ outcome: 'damaged' })
  const vast = sheetJpeg({ width: 100, height: 100 })
  const frame = vast.indexOf(Buffer.from([0xff, 0xc0]))
  vast.writeUInt16BE(60_000, frame + 5)
  vast.writeUInt16BE(60_000, frame + 7)
  expect(await bind([vast], limit)).toEqual({ outcome: 'damaged' })
})

test('the PDF tells nothing of the computer that made it', async () => {
  const text = Buffer.from((await bound([sheetJpeg({ width: 400, height: 500 })])).pdf).toString('latin1')
  expect(text).not.toMatch(/\/Author|\/Title|\/URI|\/JavaScript/)
})
