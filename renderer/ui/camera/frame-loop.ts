import { type RefObject, useEffect, useRef } from 'react'
import { type DecoderThread, ThreadClosed } from './decoder-thread.ts'

/**
 * Reads frame after frame of a playing video: one in flight, the next one is taken when the answer is there. `onText` hears every code as often as it
 * is seen; `onFault` once, when the decoder broke down.
 */
export function useFrameLoop(
  video: RefObject<HTMLVideoElement | null>,
  thread: DecoderThread | null,
  stream: MediaStream | null,
  heard: { readonly onText: (text: string) => void; readonly onFault: () => void },
): void {
  const latest = useRef(heard)
  latest.current = heard
  useEffect(() => {
    const screen = video.current
    if (!screen || !thread || !stream) return
    let stopped = false
    screen.srcObject = stream
    void screen.play().catch(() => undefined)
    const next = () => {
      if (!stopped) screen.requestVideoFrameCallback(() => void look())
    }
    const look = async () => {
      try {
        const picture = await createImageBitmap(screen)
        const answer = await thread.decode(picture, 'live')
        if (stopped) return
        if (answer.kind === 'unreadable') return latest.current.onFault()
        if (answer.text !== null) latest.current.onText(answer.text)
      } catch (cause) {
        if (stopped || cause instanceof ThreadClosed) return
        // A frame taken while the camera goes away cannot be grabbed.
        if (screen.readyState >= screen.HAVE_CURRENT_DATA) return latest.current.onFault()
      }
      next()
    }
    next()
    return () => {
      stopped = true
      screen.srcObject = null
    }
  }, [video, thread, stream])
}
