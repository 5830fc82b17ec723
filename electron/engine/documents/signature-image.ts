import { PNG } from 'pngjs'

const maxPixels = 4_000_000
const inkAlpha = 60

/** The drawing of a signature PNG cropped to its strokes, as a data URL; null where there is none to be had (damaged, empty, absurdly large). */
export function signatureImage(png: Uint8Array): string | null {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (bytes.length < 33 || bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > maxPixels) return null
  try {
    const cropped = crop(PNG.sync.read(bytes))
    return cropped && `data:image/png;base64,${PNG.sync.write(cropped).toString('base64')}`
  } catch {
    return null
  }
}

function crop(image: PNG): PNG | null {
  let [left, right, top, bottom] = [image.width, -1, image.height, -1]
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      if (!isInk(image.data, (y * image.width + x) * 4)) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  }
  if (right < 0) return null
  const cropped = new PNG({ width: right - left + 1, height: bottom - top + 1 })
  PNG.bitblt(image, cropped, left, top, cropped.width, cropped.height, 0, 0)
  return cropped
}

const isInk = (rgba: Buffer, at: number): boolean =>
  (rgba[at + 3] ?? 0) > inkAlpha && Math.min(rgba[at] ?? 255, rgba[at + 1] ?? 255, rgba[at + 2] ?? 255) < 200
