import type { Frame } from './decoder.ts'
import { greyOf, type Region } from './grey.ts'

/** How a picture is drawn anew. */
export interface Contrast {
  /** Pixels to every side that count as the surroundings. */
  readonly reach: number
  /** How strongly the difference to the surroundings is drawn. */
  readonly strength: number
  /** Keep the picture's own brightness (sharpen), or start from mid-grey (level out light and shadow). */
  readonly keep: boolean
}

/** Adds a row of the picture to the running sums of the columns, or takes it away again. */
function addRow(columns: Int32Array, grey: Uint8ClampedArray, y: number, sign: 1 | -1) {
  const width = columns.length
  const row = Math.min(grey.length / width - 1, Math.max(0, y)) * width
  for (let x = 0; x < width; x += 1) columns[x] = (columns[x] as number) + sign * (grey[row + x] as number)
}

const opaque = 0xff_00_00_00

/** One row, each pixel by how it differs from the mean of the square around it. */
function drawRow(to: Uint32Array, grey: Uint8ClampedArray, columns: Int32Array, row: number, contrast: Contrast) {
  const { reach, strength, keep } = contrast
  const width = columns.length
  const share = 1 / (reach * 2 + 1) ** 2
  let sum = 0
  for (let x = -reach; x <= reach; x += 1) sum += columns[Math.max(0, x)] as number
  for (let x = 0; x < width; x += 1) {
    const own = grey[row + x] as number
    const drawn = ((keep ? own : 128) + strength * (own - sum * share)) | 0
    to[row + x] = Math.max(0, Math.min(255, drawn)) * 0x01_01_01 + opaque
    const coming = x + reach + 1
    const leaving = x - reach
    sum += (columns[Math.min(width - 1, coming)] as number) - (columns[Math.max(0, leaving)] as number)
  }
}

/**
 * Draws a part of the picture by local contrast: sharpens what is soft, or levels out glare and shadow. Running sums, so that its cost does not grow
 * with the reach; the edges stand for what lies beyond them.
 */
export function withLocalContrast(frame: Frame, region: Region, contrast: Contrast): Frame {
  const { width, height } = region
  const grey = greyOf(frame, region)
  const drawn = new Uint32Array(grey.length)
  const columns = new Int32Array(width)
  for (let y = -contrast.reach; y <= contrast.reach; y += 1) addRow(columns, grey, y, 1)
  for (let y = 0; y < height; y += 1) {
    drawRow(drawn, grey, columns, y * width, contrast)
    addRow(columns, grey, y - contrast.reach, -1)
    addRow(columns, grey, y + contrast.reach + 1, 1)
  }
  return { data: new Uint8ClampedArray(drawn.buffer), width, height }
}
