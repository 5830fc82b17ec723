import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EnrolmentSlip, slipFrom } from '#shared/domain/enrolment/enrolment-slip.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useReadingCamera } from '../../ui/camera/use-reading-camera.ts'
import { Viewfinder } from '../../ui/camera/viewfinder.tsx'
import css from './activation-screen.module.css'

interface SlipCameraProps {
  readonly onSlip: (slip: EnrolmentSlip) => void
  /** Somebody would rather type. */
  readonly onType: () => void
}

/** The camera before a slip of the Dinas. What is no slip is said, and looked at no further. */
export function SlipCamera({ onSlip, onType }: SlipCameraProps) {
  const { t } = useTranslation('activation')
  const settings = useEngineQuery('settings.get', {}).data
  const [strange, setStrange] = useState(false)
  const seen = useCallback(
    (text: string) => {
      const slip = slipFrom(text)
      setStrange(slip === null)
      if (slip) onSlip(slip)
    },
    [onSlip],
  )
  const { video, state, again } = useReadingCamera(settings?.cameraId ?? null, settings !== undefined, seen)
  const brackets = strange ? 'refused' : 'waiting'
  const mirrored = settings?.mirrorCamera ?? false
  return (
    <div className={css.camera}>
      <Viewfinder {...{ video, state, mirrored, brackets }} onAgain={again} onType={onType} />
      <p role="status">{strange ? t('strangeCode') : t('showSlip')}</p>
    </div>
  )
}
