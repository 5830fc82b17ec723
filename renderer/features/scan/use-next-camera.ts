import { useEffect, useState } from 'react'
import { useEngineCommand } from '../../app/engine-hooks.ts'
import { type CameraInfo, type CameraState, listCameras } from '../../ui/camera/camera.ts'

/** The next of this computer's cameras, remembered for the next time; with only one, or none that works, `again` opens it anew. */
export function useNextCamera(state: CameraState, again: () => void) {
  const save = useEngineCommand('settings.save')
  const [cameras, setCameras] = useState<readonly CameraInfo[]>([])
  const stream = state.kind === 'live' ? state.stream : null
  useEffect(() => {
    if (stream) void listCameras().then(setCameras)
  }, [stream])
  return () => {
    if (state.kind !== 'live' || cameras.length < 2) return again()
    const at = cameras.findIndex(({ id }) => id === state.facts.id)
    save.mutate({ input: { cameraId: cameras[(at + 1) % cameras.length]?.id ?? null } })
  }
}
