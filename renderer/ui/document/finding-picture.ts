import type { GreyPicture } from './edges.ts'
import { mapped, type Quad, type Size } from './quad.ts'

/** A page is looked for in a picture this wide: small print is gone then, and its border is still found to a fraction of a pixel. */
export const findingWidth = 320

/** Brightness of RGBA pixels, by the eye's weights. */
export function greyOf({ data, width, height }: Size & { readonly data: Uint8ClampedArray }): GreyPicture {
  const grey = new Uint8Array(width * height)
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4)
    grey[pixel] = ((data[at] as number) * 306 + (data[at + 1] as number) * 601 + (data[at + 2] as number) * 117) >> 10
  return { data: grey, width, height }
}

/** Corners found in a small picture, in the large one. A pixel's place is its middle; what lies outside is brought to the rim. */
export function inPicture(corners: Quad, from: Size, to: Size): Quad {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value))
  return mapped(corners, ({ x, y }) => ({
    x: within(((x + 0.5) * to.width) / from.width, to.width),
    y: within(((y + 0.5) * to.height) / from.height, to.height),
  }))
}
