import { useEffect, useRef } from 'react'
import { type CameraState, useCamera } from './camera.ts'
import { useFrameLoop } from './frame-loop.ts'
import { useDecoderThread } from './use-decoder-thread.ts'

/** What to show of both. A camera that is off or gone is the cause, and not the reader that stops with it. */
export const shownState = (camera: CameraState, broken: boolean): CameraState =>
  broken && camera.kind === 'live' ? { kind: 'fault', fault: 'decoder' } : camera

/** Camera and decoder at work together: `onText` hears every code that the camera sees. */
export function useReadingCamera(cameraId: string | null, on: boolean, onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const { thread, broken, fail, renew } = useDecoderThread()
  const camera = useCamera(cameraId, on)
  const state = shownState(camera.state, broken)
  const stream = state.kind === 'live' ? state.stream : null
  useFrameLoop(video, thread, stream, { onText, onFault: fail })
  const gone = camera.state.kind !== 'live'
  // The camera comes back (plugged in, or opened again) to a reader that works.
  useEffect(() => {
    if (broken && gone) renew()
  }, [broken, gone, renew])
  return { video, state, thread, renew, again: camera.again }
}
