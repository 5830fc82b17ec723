import type { Frame } from './decoder.ts'

/** Brightness of each pixel, 0-255 (the eye's weights in 1/1024). */
export function greyOf({ data, width, height }: Frame): Uint8ClampedArray<ArrayBuffer> {
  const grey = new Uint8ClampedArray(width * height)
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4) {
    const red = data[at] as number
    const green = data[at + 1] as number
    const blue = data[at + 2] as number
    grey[pixel] = (red * 306 + green * 601 + blue * 117) >> 10
  }
  return grey
}

/** A grey picture back in RGBA order. */
export function rgbaOf(grey: Uint8ClampedArray, { width, height }: Pick<Frame, 'width' | 'height'>): Frame {
  const words = new Uint32Array(grey.length)
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    words[pixel] = (grey[pixel] as number) * 0x01_01_01 + 0xff_00_00_00
  }
  return { data: new Uint8ClampedArray(words.buffer), width, height }
}

/** The middle of a picture, at most `width` by `height`. */
export function cropped(frame: Frame, width: number, height: number): Frame {
  const left = Math.floor((frame.width - width) / 2)
  const top = Math.floor((frame.height - height) / 2)
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    const from = ((top + y) * frame.width + left) * 4
    data.set(frame.data.subarray(from, from + width * 4), y * width * 4)
  }
  return { data, width, height }
}
