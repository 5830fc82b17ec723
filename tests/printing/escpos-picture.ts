import { fileURLToPath } from 'node:url'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { create } from 'qrcode'
import type { Align, Cell, Mark } from './escpos-reader.ts'
import { readEscpos } from './escpos-reader.ts'

const fontFile = (weight: number) => fileURLToPath(new URL(`fonts/roboto-mono-latin-${weight}.woff2`, import.meta.url))
const cell = { width: 12, height: 24 }
const cutDots = 36

/** Dots across the print head and across the whole paper, at 203 dpi. */
const widths = { 58: { print: 384, paper: 464 }, 80: { print: 576, paper: 640 } } as const

/** A picture (PNG) of the paper that a printer would give for these ESC/POS bytes. Cuts are drawn as a dotted line with a gap. */
export function escposPicture(bytes: Uint8Array, widthMm: 58 | 80): Buffer {
  if (!GlobalFonts.has('Loket Paper')) {
    GlobalFonts.registerFromPath(fontFile(500), 'Loket Paper')
    GlobalFonts.registerFromPath(fontFile(700), 'Loket Paper Bold')
  }
  const marks = readEscpos(bytes)
  const { print, paper } = widths[widthMm]
  const height = marks.reduce((sum, mark) => sum + heightOf(mark), 64)
  const canvas = createCanvas(paper, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, paper, height)
  context.fillStyle = '#000'
  context.translate((paper - print) / 2, 32)
  for (const mark of marks) {
    draw(context, mark, print)
    context.translate(0, heightOf(mark))
  }
  return canvas.toBuffer('image/png')
}

function heightOf(mark: Mark): number {
  switch (mark.kind) {
    case 'row':
      return mark.feed
    case 'feed':
      return mark.dots
    case 'raster':
      return mark.height
    case 'qr':
      return modulesOf(mark.text).size * mark.cellDots
    case 'cut':
      return cutDots
  }
}

function draw(context: SKRSContext2D, mark: Mark, print: number): void {
  if (mark.kind === 'row') drawRow(context, mark.cells, offset(mark.align, widthOf(mark.cells), print))
  if (mark.kind === 'raster') drawRaster(context, mark, offset(mark.align, mark.width, print))
  if (mark.kind === 'qr') drawQr(context, mark, offset(mark.align, heightOf(mark), print))
  if (mark.kind === 'cut') for (let x = 0; x < print; x += 12) context.fillRect(x, cutDots / 2, 4, 2)
}

const offset = (align: Align, width: number, print: number): number =>
  align === 'left' ? 0 : Math.floor((print - width) / (align === 'center' ? 2 : 1))

const widthOf = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { wide }) => sum + cell.width * (wide ? 2 : 1), 0)

function drawRow(context: SKRSContext2D, cells: readonly Cell[], left: number): void {
  let x = left
  for (const one of cells) {
    context.save()
    context.translate(x, 0)
    context.scale(one.wide ? 2 : 1, one.tall ? 2 : 1)
    if (!drawFrame(context, one.character)) {
      context.font = `20px "Loket Paper${one.bold ? ' Bold' : ''}"`
      context.fillText(one.character, 0, 18)
    }
    context.restore()
    x += cell.width * (one.wide ? 2 : 1)
  }
}

/** Sides of a frame fill their cell to its edges, whatever the typeface has. */
function drawFrame(context: SKRSContext2D, character: string): boolean {
  const arms = { '─': 'lr', '│': 'ud', '┌': 'rd', '┐': 'ld', '└': 'ru', '┘': 'lu' }[character]
  if (!arms) return false
  if (arms.includes('l')) context.fillRect(0, 11, 7, 2)
  if (arms.includes('r')) context.fillRect(5, 11, 7, 2)
  if (arms.includes('u')) context.fillRect(5, 0, 2, 13)
  if (arms.includes('d')) context.fillRect(5, 11, 2, 13)
  return true
}

function drawRaster(
  context: SKRSContext2D,
  { width, height, bits }: Extract<Mark, { kind: 'raster' }>,
  left: number,
): void {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (((bits[(y * width + x) >> 3] ?? 0) >> (7 - (x & 7))) & 1) context.fillRect(left + x, y, 1, 1)
    }
  }
}

const modulesOf = (text: string) => create(text, { errorCorrectionLevel: 'M' }).modules

function drawQr(context: SKRSContext2D, { text, cellDots }: Extract<Mark, { kind: 'qr' }>, left: number): void {
  const modules = modulesOf(text)
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) context.fillRect(left + column * cellDots, row * cellDots, cellDots, cellDots)
    }
  }
}
