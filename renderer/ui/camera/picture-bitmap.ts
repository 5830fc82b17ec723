import { readingSize } from './reading-size.ts'

/** The pixels of a picture file, scaled down where there are far too many. null: no picture, or one too large to open. */
export async function bitmapOf(file: Blob): Promise<ImageBitmap | null> {
  const url = URL.createObjectURL(file)
  try {
    const image = await opened(url)
    const { naturalWidth: width = 0, naturalHeight: height = 0 } = image ?? {}
    const size = width > 0 ? readingSize({ width, height }) : null
    if (!image || !size) return null
    const smaller = { resizeWidth: size.width, resizeHeight: size.height, resizeQuality: 'medium' as const }
    return await createImageBitmap(image, size.width < width ? smaller : {}).catch(() => null)
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** An image element reads the head of a file at once and its pixels only when they are asked for: so the size is known before the memory is spent. */
function opened(url: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  return new Promise((resolve) => {
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = url
  })
}
