import { useRef } from 'react'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { CodeMemory } from '../../ui/camera/code-memory.ts'
import { useReadingCamera } from '../../ui/camera/use-reading-camera.ts'
import { Viewfinder } from '../../ui/camera/viewfinder.tsx'
import css from './count-side.module.css'
import type { Said } from './use-counting.ts'

interface CountCameraProps {
  readonly said: Said
  readonly onCode: (code: string) => void
  /** The number is typed instead. */
  readonly onType: () => void
}

/** Labels are held before the camera one after the other; each counts once per showing. On only while it is shown. */
export function CountCamera({ said, onCode, onType }: CountCameraProps) {
  const settings = useEngineQuery('settings.get', {}).data
  const memory = useRef(new CodeMemory())
  const { video, state, again } = useReadingCamera(settings?.cameraId ?? null, settings !== undefined, (code) => {
    if (memory.current.isNew(code, performance.now())) onCode(code)
  })
  return (
    <div className={css.camera}>
      <Viewfinder
        {...{ video, state }}
        mirrored={settings?.mirrorCamera ?? false}
        brackets={bracketsOf(said)}
        onAgain={again}
        onType={onType}
      />
    </div>
  )
}

function bracketsOf(said: Said) {
  if (said.kind !== 'answer') return said.kind === 'failed' ? 'refused' : 'waiting'
  return said.answer.kind === 'counted' ? 'read' : 'refused'
}
