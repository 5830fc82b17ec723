import { createCanvas } from '@napi-rs/canvas'
import type { PagePictures } from '../usecases/ports.ts'
import { openPdf, type PdfPage } from './pdf-file.ts'

/** `dpi`: dots per inch; at most `mostPages` pages are drawn. */
export interface PictureOrder {
  readonly pdf: Uint8Array
  readonly dpi: number
  readonly mostPages: number
}

/** The pages of a PDF as PNG. A page takes a tenth of a second and more: never on the engine's own loop. Throws where it is no PDF. */
export async function drawPages({ pdf, dpi, mostPages }: PictureOrder): Promise<PagePictures> {
  const file = await openPdf(pdf)
  try {
    const pages: Uint8Array[] = []
    for (let at = 1; at <= Math.min(file.numPages, mostPages); at++) pages.push(await draw(await file.getPage(at), dpi))
    return { pageCount: file.numPages, pages }
  } finally {
    await file.close()
  }
}

async function draw(page: PdfPage, dpi: number): Promise<Uint8Array> {
  const viewport = page.getViewport({ scale: dpi / 72 })
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
  await page.render({ canvas: null, canvasContext: canvas.getContext('2d'), viewport }).promise
  page.cleanup()
  return Uint8Array.from(await canvas.encode('png'))
}
