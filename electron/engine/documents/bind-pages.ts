import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import type { BoundPdf } from '../usecases/ports.ts'
import { jpegSize } from './jpeg-size.ts'
import { loadMaker } from './pdf-maker.ts'

/** JPEGs to become one PDF of at most `mostBytes`; `resourcesDir`: absolute folder of the fonts. */
export interface BindOrder {
  readonly resourcesDir: string
  readonly pages: readonly Uint8Array[]
  readonly mostBytes: number
}

interface Step {
  /** Of a page that fills A4. */
  readonly dpi: number
  readonly grey: boolean
  readonly quality: number
}

/** From good to just readable: the first one that fits is taken. Below the last, small print is lost. */
const steps: readonly Step[] = [
  { dpi: 200, grey: false, quality: 82 },
  { dpi: 200, grey: false, quality: 68 },
  { dpi: 170, grey: false, quality: 62 },
  { dpi: 150, grey: false, quality: 55 },
  { dpi: 150, grey: true, quality: 50 },
  { dpi: 150, grey: true, quality: 38 },
]

const a4 = { width: 595.28, height: 841.89 }
/** What pdfmake writes around the pictures, with room. */
const aroundBytes = 4000
const aroundPageBytes = 700
const mostPixels = 50_000_000

/** One PDF of the pages, as good as fits. */
export async function bindPages({ resourcesDir, pages, mostBytes }: BindOrder): Promise<BoundPdf> {
  if (pages.some((page) => !looksLikePage(page))) return { outcome: 'damaged' }
  let size = 0
  for (const step of steps) {
    const fit = await fitted(pages, step, mostBytes)
    if (fit === null) return { outcome: 'damaged' }
    size = fit.size
    if (fit.pages === null) continue
    const pdf = await bound(resourcesDir, fit.pages)
    const dpi = Math.min(step.dpi, ...fit.pages.map((page) => page.dpi))
    if (pdf.length <= mostBytes) return { outcome: 'bound', pdf, dpi, grey: step.grey }
  }
  return { outcome: 'too-large', size }
}

function looksLikePage(page: Uint8Array): boolean {
  const size = jpegSize(page)
  return size !== null && size.width * size.height <= mostPixels
}

interface Fitted {
  readonly jpeg: Buffer
  readonly landscape: boolean
  readonly dpi: number
}

/** `pages` null: too much; `size` is then an estimate of the whole. One page is in memory at a time. */
async function fitted(pages: readonly Uint8Array[], step: Step, most: number) {
  const done: Fitted[] = []
  let size = aroundBytes
  for (const [at, page] of pages.entries()) {
    const image = await loadImage(Buffer.from(page)).catch(() => null)
    if (!image) return null
    const fit = await drawn(image, step)
    done.push(fit)
    size += fit.jpeg.length + aroundPageBytes
    if (size > most) return { pages: null, size: Math.round((size / (at + 1)) * pages.length) }
  }
  return { pages: done, size }
}

async function drawn(image: Image, { dpi, grey, quality }: Step): Promise<Fitted> {
  const landscape = image.width > image.height
  const [across, down] = landscape ? [a4.height, a4.width] : [a4.width, a4.height]
  const own = Math.max(image.width / across, image.height / down) * 72
  // Never larger than it came: that adds bytes and no letter.
  const scale = Math.min(1, dpi / own)
  const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  if (grey) context.filter = 'grayscale(1)'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return { jpeg: await canvas.encode('jpeg', quality), landscape, dpi: Math.round(own * scale) }
}

async function bound(resourcesDir: string, pages: readonly Fitted[]): Promise<Buffer> {
  const maker = await loadMaker(resourcesDir)
  const content = pages.map(({ jpeg, landscape }, at) => ({
    image: `data:image/jpeg;base64,${jpeg.toString('base64')}`,
    fit: (landscape ? [a4.height, a4.width - 1] : [a4.width, a4.height - 1]) as [number, number],
    alignment: 'center' as const,
    ...(at > 0 ? { pageBreak: 'before' as const } : {}),
    ...(at > 0 || landscape ? { pageOrientation: landscape ? ('landscape' as const) : ('portrait' as const) } : {}),
  }))
  const pageOrientation = pages[0]?.landscape ? 'landscape' : 'portrait'
  // No title, no maker, no date: whoever opens it sees the pages and nothing of this computer.
  return maker
    .createPdf({ pageSize: 'A4', pageOrientation, pageMargins: 0, defaultStyle: { font: 'Inter' }, content, info: {} })
    .getBuffer()
}
