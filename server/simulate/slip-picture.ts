import { fileURLToPath } from 'node:url'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import { create } from 'qrcode'
import type { Kitir } from './kelurahan.ts'
import { slipText } from './slip-text.ts'

const width = 960
const height = 1280
const margin = 72
const codeSize = 620

for (const weight of [400, 600])
  GlobalFonts.registerFromPath(
    fileURLToPath(new URL(`../../resources/fonts/inter-latin-${weight}.ttf`, import.meta.url)),
    `Slip${weight}`,
  )

/** The e-Kitir as a citizen would show it: PNG, 960x1280. */
export function slipPicture(kitir: Kitir): Buffer {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  const text = slipText(kitir)
  pen.fillStyle = '#fffdf7'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#111'
  pen.textAlign = 'center'
  line(pen, text.head[0] ?? '', 400, 26, width / 2, 76)
  line(pen, text.head[1] ?? '', 600, 30, width / 2, 114)
  line(pen, text.title, 600, 46, width / 2, 190)
  line(pen, text.number, 400, 34, width / 2, 240)
  drawCode(pen, kitir.code, (width - codeSize) / 2, 268)
  line(pen, text.pin, 600, 52, width / 2, 966)
  pen.textAlign = 'left'
  for (const [row, [term, value]] of text.facts.entries()) {
    line(pen, term, 400, 28, margin, 1036 + row * 44)
    line(pen, value, 600, fitting(pen, value), margin + 170, 1036 + row * 44)
  }
  pen.textAlign = 'center'
  line(pen, text.note, 400, 22, width / 2, height - 44)
  return canvas.toBuffer('image/png')
}

function line(pen: SKRSContext2D, text: string, weight: 400 | 600, size: number, x: number, y: number): void {
  pen.font = `${size}px Slip${weight}`
  pen.fillText(text, x, y)
}

/** Long names get smaller letters, never an ellipsis. */
function fitting(pen: SKRSContext2D, value: string): number {
  let size = 30
  const room = width - 2 * margin - 170
  for (pen.font = `${size}px Slip600`; pen.measureText(value).width > room && size > 14; pen.font = `${size}px Slip600`)
    size--
  return size
}

/** Four modules of quiet around it, as ISO/IEC 18004 asks. */
function drawCode(pen: SKRSContext2D, text: string, left: number, top: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const module = codeSize / (modules.size + 8)
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column))
        pen.fillRect(left + (column + 4) * module, top + (row + 4) * module, module + 0.5, module + 0.5)
}
