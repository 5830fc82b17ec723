import { useEffect, useState } from 'react'

/**
 * The drawing of a signature PNG (base64 without prefix) cropped to its strokes, as it comes out on paper and in the PDF; a data URL.
 * null until it is known, and where there is nothing drawn or nothing to be read.
 */
export function useCroppedInk(png: string | null): string | null {
  const [cropped, setCropped] = useState<{ readonly of: string; readonly url: string | null } | null>(null)
  useEffect(() => {
    if (png === null) return
    let gone = false
    const image = new Image()
    image.onload = () => {
      if (!gone) setCropped({ of: png, url: cropToInk(image) })
    }
    image.src = `data:image/png;base64,${png}`
    return () => {
      gone = true
    }
  }, [png])
  return cropped?.of === png ? (cropped?.url ?? null) : null
}

/** Fainter than this is the edge of a stroke at most. */
const visible = 24

function cropToInk(image: HTMLImageElement): string | null {
  const { naturalWidth: width, naturalHeight: height } = image
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context || width === 0 || height === 0) return null
  context.drawImage(image, 0, 0)
  const box = inkBox(context.getImageData(0, 0, width, height))
  if (!box) return null
  const part = document.createElement('canvas')
  part.width = box.right - box.left + 1
  part.height = box.bottom - box.top + 1
  part.getContext('2d')?.drawImage(canvas, -box.left, -box.top)
  return part.toDataURL('image/png')
}

function inkBox({ data, width, height }: ImageData) {
  const box = { left: width, top: height, right: -1, bottom: -1 }
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * 4 + 3] ?? 0) < visible) continue
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = y
    }
  return box.right < 0 ? null : box
}
