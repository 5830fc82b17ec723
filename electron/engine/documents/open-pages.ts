import { createCanvas } from '@napi-rs/canvas'
import type { OpenedPdf } from '../usecases/ports.ts'
import { openPdf, type PdfFile, type PdfPage } from './pdf-file.ts'

/** `dpi`: of a page of A4. More than `mostPages` is refused, not cut. */
export interface OpenOrder {
  readonly task: 'open'
  readonly pdf: Uint8Array
  readonly dpi: number
  readonly mostPages: number
}

/** What a page larger than A4 may have: posters are drawn smaller. */
const mostPixels = 6_000_000
const jpegQuality = 88

/** The pages as JPEG on white; or why it was not opened. Only ever drawn: scripts, links, forms that send and files inside are never looked at. */
export async function openPages({ pdf, dpi, mostPages }: OpenOrder): Promise<OpenedPdf> {
  if (!Buffer.from(pdf.buffer, pdf.byteOffset, Math.min(1024, pdf.length)).includes('%PDF-'))
    return { outcome: 'damaged' }
  let file: PdfFile
  try {
    file = await openPdf(pdf)
  } catch (cause) {
    return { outcome: Reflect.get(Object(cause), 'name') === 'PasswordException' ? 'encrypted' : 'damaged' }
  }
  try {
    if (file.numPages > mostPages) return { outcome: 'too-many-pages', pages: file.numPages }
    const pages: Uint8Array[] = []
    for (let at = 1; at <= file.numPages; at++) pages.push(await draw(await file.getPage(at), dpi))
    return pages.length === 0 ? { outcome: 'damaged' } : { outcome: 'opened', pages }
  } catch {
    return { outcome: 'damaged' }
  } finally {
    await file.close()
  }
}

async function draw(page: PdfPage, dpi: number): Promise<Uint8Array> {
  const plain = page.getViewport({ scale: 1 })
  const wanted = dpi / 72
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (plain.width * plain.height)))
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  await page.render({ canvas: null, canvasContext: context, viewport }).promise
  page.cleanup()
  return Uint8Array.from(await canvas.encode('jpeg', jpegQuality))
}
