import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
// Its reading half: it looks for it on the disk otherwise, where the built program has none.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
import type { PagePictures } from '../usecases/ports.ts'

/** `dpi`: dots per inch; at most `mostPages` pages are drawn. */
export interface PictureOrder {
  readonly pdf: Uint8Array
  readonly dpi: number
  readonly mostPages: number
}

/** What is used of pdf.js's page. Its own type wants a browser's canvas; outside of a browser it draws on ours just as well. */
interface Page {
  getViewport(options: { scale: number }): { readonly width: number; readonly height: number }
  render(parameters: object): { readonly promise: Promise<unknown> }
  cleanup(): unknown
}

/** The pages of a PDF as PNG. A page takes a tenth of a second and more: never on the engine's own loop. Throws where it is no PDF. */
export async function drawPages({ pdf, dpi, mostPages }: PictureOrder): Promise<PagePictures> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  try {
    const file = await loading.promise
    const pages: Uint8Array[] = []
    for (let at = 1; at <= Math.min(file.numPages, mostPages); at++)
      pages.push(await draw((await file.getPage(at)) as unknown as Page, dpi))
    return { pageCount: file.numPages, pages }
  } finally {
    await loading.destroy()
  }
}

async function draw(page: Page, dpi: number): Promise<Uint8Array> {
  const viewport = page.getViewport({ scale: dpi / 72 })
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
  await page.render({ canvas: null, canvasContext: canvas.getContext('2d'), viewport }).promise
  page.cleanup()
  return Uint8Array.from(await canvas.encode('png'))
}
