import { homography } from './homography.ts'
import { paperLight } from './paper-light.ts'
import { type Quad, type Size, sizeOf, wholeOf } from './quad.ts'
import { shapeOf } from './shape-of.ts'

/** RGBA, row by row. */
export interface Pixels extends Size {
  readonly data: Uint8ClampedArray
}

/** document: paper white and even, inks as they are; grey: the same without colours; colour: as the camera saw it. */
export type PageLook = 'document' | 'grey' | 'colour'

/** A4 at 200 dots an inch; a camera with more gives no more to read. */
const mostSide = 2339
const a4 = Math.SQRT2
/** A page that looks like A4 is A4: seen at an angle it looks a little longer or shorter. */
const almost = 0.12

/** The size of the straightened page: as many pixels as it has in the picture, in the shape that it has on the table. */
export function straightSize(corners: Quad, picture: Size): Size {
  const seen = sizeOf(corners)
  const ratio = shapeOf(corners, picture)
  const shape = Math.max(ratio, 1 / ratio)
  const nice = Math.abs(shape / a4 - 1) < almost ? a4 : shape
  const longer = Math.min(mostSide, Math.max(seen.width, seen.height))
  const shorter = Math.max(1, Math.round(longer / nice))
  return ratio > 1 ? { width: longer, height: shorter } : { width: shorter, height: longer }
}

/** `corners` turned by so many quarters to the right. */
export function turned([a, b, c, d]: Quad, quarters: number): Quad {
  const turns: readonly Quad[] = [
    [a, b, c, d],
    [d, a, b, c],
    [c, d, a, b],
    [b, c, d, a],
  ]
  return turns[((quarters % 4) + 4) % 4] ?? [a, b, c, d]
}

/** The page inside the corners as if seen from straight above. null: no page has such corners. */
export function straighten(picture: Pixels, corners: Quad, look: PageLook): Pixels | null {
  const size = straightSize(corners, picture)
  const back = homography(wholeOf(size), corners)
  if (back === null) return null
  const page = { ...size, data: new Uint8ClampedArray(size.width * size.height * 4) }
  pull(picture, page, back)
  if (look !== 'colour') paperLight(page, look === 'grey')
  return page
}

/** Each pixel of the page from between the four of the picture around its place. */
function pull(from: Pixels, to: Pixels, back: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = back
  const { width, height, data } = from
  for (let y = 0, at = 0; y < to.height; y += 1)
    for (let x = 0; x < to.width; x += 1, at += 4) {
      const [px, py] = [x + 0.5, y + 0.5]
      const depth = g * px + h * py + 1
      const u = Math.min(width - 1.001, Math.max(0, (a * px + b * py + c) / depth - 0.5))
      const v = Math.min(height - 1.001, Math.max(0, (d * px + e * py + f) / depth - 0.5))
      const [left, top] = [u | 0, v | 0]
      const [right, down] = [u - left, v - top]
      const first = (top * width + left) * 4
      const second = width > 1 ? first + 4 : first
      const below = height > 1 ? width * 4 : 0
      for (let part = 0; part < 3; part += 1) {
        const upper = (data[first + part] as number) * (1 - right) + (data[second + part] as number) * right
        const lower =
          (data[first + below + part] as number) * (1 - right) + (data[second + below + part] as number) * right
        to.data[at + part] = upper * (1 - down) + lower * down + 0.5
      }
      to.data[at + 3] = 255
    }
}
