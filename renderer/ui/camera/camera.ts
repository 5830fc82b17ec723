import { useCallback, useEffect, useRef, useState } from 'react'
import { type CameraFault, cameraFaultOf } from './camera-fault.ts'

export interface CameraInfo {
  readonly id: string
  readonly label: string
}

export type CameraState =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly stream: MediaStream; readonly facts: CameraFacts }
  | { readonly kind: 'fault'; readonly fault: CameraFault }

export interface CameraFacts extends CameraInfo {
  readonly width: number
  readonly height: number
  readonly fps: number
  readonly torch: boolean
}

/** `torch` is missing in the DOM's own types. */
interface TorchCapabilities extends MediaTrackCapabilities {
  readonly torch?: boolean
}

function factsOf(track: MediaStreamTrack): CameraFacts {
  const { deviceId = '', width = 0, height = 0, frameRate = 0 } = track.getSettings()
  const capabilities: TorchCapabilities = track.getCapabilities()
  return {
    id: deviceId,
    label: track.label,
    width,
    height,
    fps: Math.round(frameRate),
    torch: capabilities.torch === true,
  }
}

interface Wished {
  readonly width: number
  readonly height: number
}

/** Enough for a code; more is only slower. */
const usual: Wished = { width: 1280, height: 720 }

async function openCamera(id: string | null, { width, height }: Wished): Promise<MediaStream> {
  const size = { width: { ideal: width }, height: { ideal: height } }
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { ...size, ...(id ? { deviceId: { exact: id } } : {}) } })
  } catch (error) {
    // The chosen camera is not plugged in today: any other is better than none.
    if (id && cameraFaultOf(error) === 'absent') return navigator.mediaDevices.getUserMedia({ video: size })
    throw error
  }
}

/** Cameras of this computer; names are known once one was opened. */
export async function listCameras(): Promise<CameraInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId, label }) => ({ id: deviceId, label }))
}

const stop = (stream: MediaStream | null) => stream?.getTracks().forEach((track) => void track.stop())

/** Keeps a camera open while `on`, and its lamp dark otherwise. Opens it again by itself when it is plugged in. `size`: the same object each time. */
export function useCamera(id: string | null, on: boolean, size: Wished = usual) {
  const [state, setState] = useState<CameraState>({ kind: 'off' })
  const [attempt, setAttempt] = useState(0)
  const again = useCallback(() => setAttempt((n) => n + 1), [])
  const current = useRef<CameraState>(state)
  current.current = state

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is the wish to open it again
  useEffect(() => {
    if (!on) return setState({ kind: 'off' })
    let stream: MediaStream | null = null
    let gone = false
    setState({ kind: 'starting' })
    const opened = (fresh: MediaStream) => {
      if (gone) return stop(fresh)
      stream = fresh
      const track = fresh.getVideoTracks()[0]
      if (!track) return setState({ kind: 'fault', fault: 'absent' })
      track.addEventListener('ended', () => setState({ kind: 'fault', fault: 'unplugged' }))
      setState({ kind: 'live', stream: fresh, facts: factsOf(track) })
    }
    openCamera(id, size).then(opened, (error: unknown) => {
      if (!gone) setState({ kind: 'fault', fault: cameraFaultOf(error) })
    })
    return () => {
      gone = true
      stop(stream)
    }
  }, [id, on, size, attempt])

  useEffect(() => {
    const onChange = () => {
      if (current.current.kind === 'fault') again()
    }
    navigator.mediaDevices.addEventListener('devicechange', onChange)
    return () => navigator.mediaDevices.removeEventListener('devicechange', onChange)
  }, [again])
  return { state, again }
}
