import { Camera } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './photo-dialog.module.css'

interface PhotoDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** PNG in base64. */
  readonly onPhoto: (png: string) => void
}

/** The collector's photo. The camera is on only while this dialog is open. */
export function PhotoDialog({ opened, onClose, onPhoto }: PhotoDialogProps) {
  const { t } = useTranslation('handover')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('photo.title')}>
      <Shot onClose={onClose} onPhoto={onPhoto} />
    </Dialog>
  )
}

function Shot({ onClose, onPhoto }: Pick<PhotoDialogProps, 'onClose' | 'onPhoto'>) {
  const { t } = useTranslation('handover')
  const cameraId = useEngineQuery('settings.get', {}).data?.cameraId ?? null
  const video = useRef<HTMLVideoElement>(null)
  const state = useVideo(video, cameraId)
  const take = () => {
    const png = video.current ? pictureOf(video.current) : ''
    if (png !== '') onPhoto(png)
  }
  return (
    <>
      <div className={css.view}>
        <video ref={video} muted playsInline hidden={state !== 'live'} />
        {state !== 'live' && <p role="status">{state === 'failed' ? t('photo.failed') : t('photo.starting')}</p>}
      </div>
      <DialogActions>
        <KeyButton hint="Esc" onClick={onClose}>
          {t('photo.close')}
        </KeyButton>
        <KeyButton
          look="primary"
          hint="Enter"
          icon={<Camera />}
          data-autofocus
          disabled={state === 'failed'}
          onClick={take}
        >
          {t('photo.take')}
        </KeyButton>
      </DialogActions>
    </>
  )
}

function useVideo(video: RefObject<HTMLVideoElement | null>, cameraId: string | null) {
  const [state, setState] = useState<'starting' | 'live' | 'failed'>('starting')
  useEffect(() => {
    let gone = false
    let stream: MediaStream | null = null
    const wish = {
      width: { ideal: 640 },
      height: { ideal: 480 },
      ...(cameraId ? { deviceId: { ideal: cameraId } } : {}),
    }
    navigator.mediaDevices.getUserMedia({ video: wish }).then(
      (opened) => {
        stream = opened
        if (gone || !video.current) return opened.getTracks().forEach((track) => void track.stop())
        video.current.srcObject = opened
        void video.current.play().catch(() => undefined)
        setState('live')
      },
      () => setState('failed'),
    )
    return () => {
      gone = true
      stream?.getTracks().forEach((track) => void track.stop())
    }
  }, [video, cameraId])
  return state
}

/** Small enough for a slow line: 480 pixels wide. */
function pictureOf(video: HTMLVideoElement): string {
  if (video.videoWidth === 0) return ''
  const canvas = document.createElement('canvas')
  canvas.width = 480
  canvas.height = Math.round((480 * video.videoHeight) / video.videoWidth)
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png').split(',')[1] ?? ''
}
