import type { Frame } from './decoder.ts'

/** Part of a picture, in its pixels. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The whole picture. */
export const wholeOf = ({ width, height }: Frame): Region => ({ left: 0, top: 0, width, height })

/** Brightness of each pixel of a part of the picture, 0-255 (the eye's weights in 1/1024). */
export function greyOf(frame: Frame, { left, top, width, height }: Region): Uint8ClampedArray<ArrayBuffer> {
  const { data } = frame
  const grey = new Uint8ClampedArray(width * height)
  for (let y = 0, pixel = 0; y < height; y += 1) {
    let at = ((top + y) * frame.width + left) * 4
    for (let x = 0; x < width; x += 1, at += 4, pixel += 1) {
      const red = data[at] as number
      const green = data[at + 1] as number
      const blue = data[at + 2] as number
      grey[pixel] = (red * 306 + green * 601 + blue * 117) >> 10
    }
  }
  return grey
}
