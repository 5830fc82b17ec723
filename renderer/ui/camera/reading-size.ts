interface Size {
  readonly width: number
  readonly height: number
}

/** A page of A4 at 400 dots an inch, or a photo of a good telephone; a code in it is still many pixels large at half of that. */
const readPixels = 16e6
/** What opening a picture may take: 4 bytes a pixel, whole, before it is scaled down. */
const openPixels = 160e6
/** The longest side that a canvas can have. */
const longest = 16_384

/** How large a picture is read: as it is, or scaled down where it is far larger than any reader needs. null: too large even to open. */
export function readingSize({ width, height }: Size): Size | null {
  const pixels = width * height
  if (pixels > openPixels) return null
  const scale = Math.min(1, Math.sqrt(readPixels / pixels), longest / Math.max(width, height))
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) }
}
