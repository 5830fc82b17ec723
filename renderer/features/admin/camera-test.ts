import { useCallback, useEffect, useState } from 'react'

type Trouble = 'refused' | 'absent' | 'busy'

interface CameraTest {
  readonly cameras: readonly MediaDeviceInfo[]
  readonly stream: MediaStream | null
  readonly trouble: Trouble | null
  start(): void
  stop(): void
}

/** Opens the chosen camera for a look, and never leaves it on. */
export function useCameraTest(cameraId: string | null): CameraTest {
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([])
  const [stream, setStream] = useState<MediaStream | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const list = useCallback(async () => {
    const devices = await navigator.mediaDevices.enumerateDevices()
    setCameras(devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== ''))
  }, [])
  useEffect(() => {
    void list()
    navigator.mediaDevices.addEventListener('devicechange', list)
    return () => navigator.mediaDevices.removeEventListener('devicechange', list)
  }, [list])
  useEffect(() => () => stopTracks(stream), [stream])
  const start = async () => {
    setTrouble(null)
    try {
      const video = cameraId ? { deviceId: { exact: cameraId } } : true
      setStream(await navigator.mediaDevices.getUserMedia({ video, audio: false }))
      // Names are told only once the camera was allowed.
      await list()
    } catch (cause) {
      setTrouble(troubleOf(cause))
    }
  }
  return { cameras, stream, trouble, start: () => void start(), stop: () => setStream(null) }
}

function stopTracks(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

function troubleOf(cause: unknown): Trouble {
  const name = cause instanceof DOMException ? cause.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'absent'
}
