import { PNG } from 'pngjs'
import { canvasPixels } from './canvas-png.ts'

/** Black and white dots: `rows` of `bytesPerRow`, the leftmost dot in the highest bit, 1 = black. */
export interface Raster {
  readonly bytesPerRow: number
  readonly height: number
  readonly bits: Buffer
}

/** The pixels of a drawing: RGBA bytes, and the same as one number each, to pass over blank ones quickly. */
interface Ink {
  readonly width: number
  readonly height: number
  readonly rgba: Buffer
  readonly pixels: Uint32Array
}

const maxPixels = 4_000_000
/** A stroke scaled down covers part of a dot only: this much of it must be dark. Low, so that a thin pen stays visible. */
const enoughInk = 0.22

/**
 * The drawing of a PNG (cropped to its ink, scaled down to fit, standing at the foot) in a field of `width` x `height` dots with `margin` free at
 * its left and right; width is a multiple of 8.
 * Null where there is no drawing to be had: damaged, empty, absurdly large. A receipt is printed all the same.
 */
export function rasterOf(png: Uint8Array, width: number, height: number, margin = 0): Raster | null {
  const ink = inkOf(png)
  const box = ink && boundsOf(ink)
  if (!ink || !box) return null
  const scale = Math.min(1, (width - 2 * margin) / box.width, height / box.height)
  const left = Math.floor((width - box.width * scale) / 2)
  const top = Math.max(0, height - Math.round(box.height * scale) - 6)
  const bytesPerRow = width / 8
  const bits = Buffer.alloc(bytesPerRow * height)
  for (let y = 0; y < Math.round(box.height * scale); y++) {
    for (let x = 0; x < Math.round(box.width * scale); x++) {
      if (coverage(ink, box, x / scale, y / scale, 1 / scale) < enoughInk) continue
      if (top + y >= height) continue
      const at = (top + y) * bytesPerRow + ((left + x) >> 3)
      bits[at] = (bits[at] ?? 0) | (0x80 >> ((left + x) & 7))
    }
  }
  return { bytesPerRow, height, bits }
}

function inkOf(png: Uint8Array): Ink | null {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (bytes.length < 33 || bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > maxPixels) return null
  try {
    const { width, height, data: rgba } = canvasPixels(bytes) ?? PNG.sync.read(bytes)
    return { width, height, rgba, pixels: new Uint32Array(rgba.buffer, rgba.byteOffset, width * height) }
  } catch {
    return null
  }
}

const clear = 0
const white = 0xffffffff

/** Darkness of one pixel: 0 (white or clear) to 1 (black). */
function darknessAt({ pixels, rgba }: Ink, at: number): number {
  if (pixels[at] === white || pixels[at] === clear) return 0
  const [red = 0, green = 0, blue = 0, alpha = 0] = [rgba[at * 4], rgba[at * 4 + 1], rgba[at * 4 + 2], rgba[at * 4 + 3]]
  return (1 - (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255) * (alpha / 255)
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function boundsOf(ink: Ink): Box | null {
  const { width, height } = ink
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (darknessAt(ink, y * width + x) < 0.5) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}

/** Mean darkness of the square of side `step` at (x, y) of the box. */
function coverage(ink: Ink, box: Box, x: number, y: number, step: number): number {
  const [fromX, fromY] = [box.x + Math.floor(x), box.y + Math.floor(y)]
  const [toX, toY] = [
    box.x + Math.min(box.width, Math.ceil(x + step)),
    box.y + Math.min(box.height, Math.ceil(y + step)),
  ]
  let sum = 0
  for (let row = fromY; row < toY; row++) {
    for (let column = fromX; column < toX; column++) sum += darknessAt(ink, row * ink.width + column)
  }
  return sum / Math.max(1, (toX - fromX) * (toY - fromY))
}
