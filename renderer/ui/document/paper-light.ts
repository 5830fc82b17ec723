import type { Size } from './quad.ts'

type Pixels = Size & { readonly data: Uint8ClampedArray }

/** Pixels of a cell in which the brightness of the paper is taken. */
const cell = 32
const bins = 64
/** Paper is what is lighter than this share of a cell: letters cover less. */
const share = 0.8
/** A cell that is darker than this part of the page's paper is a photo or a stamp, no shadow. */
const darkest = 0.45
/** Of the paper's brightness: what is below is black, what is above is white. */
const black = 0.2
const white = 0.92

/** Makes the paper white and even, whatever light and shadow lay on it, in place. */
export function paperLight(page: Pixels, grey: boolean): void {
  const [across, down] = [Math.ceil(page.width / cell), Math.ceil(page.height / cell)]
  const light = smoothed(cells(page, across, down), across, down)
  const row = new Float32Array(page.width)
  const { data } = page
  for (let y = 0, at = 0; y < page.height; y += 1) {
    rowLight(light, across, down, y, row)
    for (let x = 0; x < page.width; x += 1, at += 4) {
      const gain = 255 / ((row[x] as number) * (white - black))
      const less = black * (row[x] as number)
      if (grey) {
        const own =
          ((data[at] as number) * 306 + (data[at + 1] as number) * 601 + (data[at + 2] as number) * 117) / 1024
        data.fill((own - less) * gain, at, at + 3)
        continue
      }
      for (let part = at; part < at + 3; part += 1) data[part] = ((data[part] as number) - less) * gain
    }
  }
}

/** How bright the paper is in each cell. */
function cells(page: Pixels, across: number, down: number): Float32Array {
  const light = new Float32Array(across * down)
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) light[y * across + x] = cellLight(page, x * cell, y * cell)
  const least = darkest * (Float32Array.from(light).sort()[Math.floor(light.length * 0.9)] as number)
  return light.map((value) => Math.max(value, least, 1))
}

function cellLight({ data, width, height }: Pixels, left: number, top: number): number {
  const counts = new Uint32Array(bins)
  let all = 0
  for (let y = top; y < Math.min(height, top + cell); y += 2)
    for (let x = left; x < Math.min(width, left + cell); x += 2) {
      const bin = (data[(y * width + x) * 4 + 1] as number) >> 2
      counts[bin] = (counts[bin] as number) + 1
      all += 1
    }
  let below = 0
  for (let bin = 0; bin < bins; bin += 1) {
    below += counts[bin] as number
    if (below >= all * share) return bin * 4 + 3
  }
  return 255
}

/** Mean of 3 x 3 cells. */
function smoothed(light: Float32Array, across: number, down: number): Float32Array {
  const at = (x: number, y: number) =>
    light[Math.min(down - 1, Math.max(0, y)) * across + Math.min(across - 1, Math.max(0, x))] as number
  return light.map((_, index) => {
    const [x, y] = [index % across, Math.floor(index / across)]
    let sum = 0
    for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) sum += at(x + dx, y + dy)
    return sum / 9
  })
}

/** Between the middles of the cells. */
function rowLight(light: Float32Array, across: number, down: number, y: number, row: Float32Array): void {
  const v = Math.min(down - 1, Math.max(0, (y + 0.5) / cell - 0.5))
  const top = Math.min(down - 1, Math.floor(v))
  const below = Math.min(down - 1, top + 1)
  const mixed = new Float32Array(across)
  for (let x = 0; x < across; x += 1)
    mixed[x] = (light[top * across + x] as number) * (1 - v + top) + (light[below * across + x] as number) * (v - top)
  for (let x = 0; x < row.length; x += 1) {
    const u = Math.min(across - 1, Math.max(0, (x + 0.5) / cell - 0.5))
    const left = Math.floor(u)
    const right = Math.min(across - 1, left + 1)
    row[x] = (mixed[left] as number) * (1 - u + left) + (mixed[right] as number) * (u - left)
  }
}
