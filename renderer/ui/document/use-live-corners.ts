import { type RefObject, useEffect, useState } from 'react'
import type { PageThread } from './page-thread.ts'
import { type Quad, scaled } from './quad.ts'

/** A page that is not found in so many milliseconds is not there any more: one missed picture does not make the frame flicker. */
const keptMs = 350
const pauseMs = 60
const askedWidth = 640

/** Where the page lies in the playing video, in its pixels; null: none is seen. One picture at a time is asked about. */
export function useLiveCorners(
  video: RefObject<HTMLVideoElement | null>,
  thread: RefObject<PageThread | null>,
  stream: MediaStream | null,
): Quad | null {
  const [corners, setCorners] = useState<Quad | null>(null)
  useEffect(() => {
    const screen = video.current
    if (!screen || !stream) return
    let stopped = false
    let seenAt = 0
    screen.srcObject = stream
    void screen.play().catch(() => undefined)
    const next = () => {
      if (!stopped) setTimeout(() => screen.requestVideoFrameCallback(() => void look()), pauseMs)
    }
    const look = async () => {
      const found = await cornersIn(screen, thread.current).catch(() => null)
      if (stopped) return
      const now = performance.now()
      if (found) seenAt = now
      if (found || now - seenAt > keptMs) setCorners(found)
      next()
    }
    next()
    return () => {
      stopped = true
      screen.srcObject = null
      setCorners(null)
    }
  }, [video, thread, stream])
  return corners
}

async function cornersIn(screen: HTMLVideoElement, thread: PageThread | null): Promise<Quad | null> {
  const factor = askedWidth / screen.videoWidth
  const picture = await createImageBitmap(screen, { resizeWidth: askedWidth, resizeQuality: 'low' })
  const found = await thread?.find(picture)
  return found?.corners ? scaled(found.corners, 1 / factor) : null
}
