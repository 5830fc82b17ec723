import { NativeSelect, Switch } from '@mantine/core'
import { Camera, CameraOff, CircleCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/contract/engine/device.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './admin.module.css'
import { useCameraTest } from './camera-test.ts'
import { useSaveSettings } from './save-settings.ts'
import { Section } from './section.tsx'

interface CameraSectionProps {
  readonly settings: Settings
  readonly wanted: boolean
}

/** Which camera, and does it give a picture. It is on only while it is tested. */
export function CameraSection({ settings, wanted }: CameraSectionProps) {
  const { t } = useTranslation('admin')
  const { save } = useSaveSettings()
  const camera = useCameraTest(settings.cameraId)
  const choices = camera.cameras.map(({ deviceId, label }, index) => ({
    value: deviceId,
    label: label || t('camera.unnamed', { number: index + 1 }),
  }))
  return (
    <Section title={t('camera.title')} wanted={wanted}>
      <NativeSelect
        label={t('camera.which')}
        value={settings.cameraId ?? ''}
        onChange={(event) => save({ cameraId: event.currentTarget.value || null })}
        data={[{ value: '', label: t('camera.auto') }, ...choices]}
      />
      <Switch
        label={t('camera.mirror')}
        checked={settings.mirrorCamera}
        onChange={(event) => save({ mirrorCamera: event.currentTarget.checked })}
      />
      <div className={css.actions}>
        {camera.stream ? (
          <KeyButton icon={<CameraOff />} onClick={camera.stop}>
            {t('camera.stop')}
          </KeyButton>
        ) : (
          <KeyButton icon={<Camera />} onClick={camera.start}>
            {t('camera.test')}
          </KeyButton>
        )}
      </div>
      {camera.stream && <Preview stream={camera.stream} mirror={settings.mirrorCamera} />}
      {camera.trouble && (
        <p className={css.warning} role="alert">
          {t(`camera.${camera.trouble}`)}
        </p>
      )}
    </Section>
  )
}

function Preview({ stream, mirror }: { readonly stream: MediaStream; readonly mirror: boolean }) {
  const { t } = useTranslation('admin')
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
  }, [stream])
  const { width = 0, height = 0 } = stream.getVideoTracks()[0]?.getSettings() ?? {}
  return (
    <>
      <video
        ref={video}
        className={css.preview}
        data-mirror={mirror}
        aria-label={t('camera.preview')}
        autoPlay
        muted
        playsInline
      />
      <p className={css.result} role="status">
        <CircleCheck aria-hidden="true" />
        {t('camera.works', { width, height })}
      </p>
    </>
  )
}
