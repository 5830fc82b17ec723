/**
 * Mean brightness of the square around each pixel, `reach` pixels to every side (less at the edges). Running sums: its cost does not grow with `reach`.
 */
function surroundings(grey: Uint8ClampedArray, width: number, height: number, reach: number): Uint8ClampedArray {
  const mean = new Uint8ClampedArray(grey.length)
  const columns = new Int32Array(width)
  const add = (y: number, sign: 1 | -1) => {
    const row = Math.min(height - 1, Math.max(0, y)) * width
    for (let x = 0; x < width; x += 1) columns[x] = (columns[x] as number) + sign * (grey[row + x] as number)
  }
  const share = 1 / (reach * 2 + 1) ** 2
  for (let y = -reach; y <= reach; y += 1) add(y, 1)
  for (let y = 0; y < height; y += 1) {
    let sum = 0
    for (let x = -reach; x <= reach; x += 1) sum += columns[Math.max(0, x)] as number
    for (let x = 0; x < width; x += 1) {
      mean[y * width + x] = sum * share
      sum += (columns[Math.min(width - 1, x + reach + 1)] as number) - (columns[Math.max(0, x - reach)] as number)
    }
    add(y - reach, -1)
    add(y + reach + 1, 1)
  }
  return mean
}

interface Contrast {
  /** Pixels to every side that count as the surroundings. */
  readonly reach: number
  /** How strongly the difference to the surroundings is drawn. */
  readonly strength: number
  /** Keep the picture's own brightness (sharpen), or start from mid-grey (level out light and shadow). */
  readonly keep: boolean
}

/** Draws each pixel by how it differs from what surrounds it: sharpens a soft picture, or levels out glare and shadow. */
export function withLocalContrast(
  grey: Uint8ClampedArray,
  width: number,
  height: number,
  { reach, strength, keep }: Contrast,
): Uint8ClampedArray<ArrayBuffer> {
  const mean = surroundings(grey, width, height, reach)
  const drawn = new Uint8ClampedArray(grey.length)
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    const own = grey[pixel] as number
    drawn[pixel] = (keep ? own : 128) + strength * (own - (mean[pixel] as number))
  }
  return drawn
}
