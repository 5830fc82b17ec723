import { NativeSelect, Switch } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/contract/engine/device.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { Section } from './section.tsx'
import css from './settings-screen.module.css'

/** Which camera, mirrored or not, and a look through it. The camera is on only while it is tested. */
export function CameraSettings({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings')
  const engine = useEngine()
  const cameras = useCameras()
  const [testing, setTesting] = useState(false)
  const save = (change: Partial<Settings>) => void engine.call('settings.save', change).catch(() => undefined)
  const choices = [
    { value: '', label: t('camera.auto') },
    ...cameras.map(({ deviceId, label }, at) => ({
      value: deviceId,
      label: label || t('camera.unnamed', { number: at + 1 }),
    })),
  ]
  return (
    <Section id="camera" title={t('camera.title')}>
      {cameras.length === 0 ? (
        <p className={css.hint}>{t('camera.none')}</p>
      ) : (
        <NativeSelect
          label={t('camera.choose')}
          value={settings.cameraId ?? ''}
          onChange={(event) => save({ cameraId: event.currentTarget.value || null })}
          data={choices}
        />
      )}
      <Switch
        label={t('camera.mirror')}
        checked={settings.mirrorCamera}
        onChange={(event) => save({ mirrorCamera: event.currentTarget.checked })}
      />
      {testing && <Preview cameraId={settings.cameraId} mirrored={settings.mirrorCamera} />}
      <div className={css.acts}>
        <KeyButton onClick={() => setTesting(!testing)}>{testing ? t('camera.stop') : t('camera.test')}</KeyButton>
      </div>
    </Section>
  )
}

function useCameras(): readonly MediaDeviceInfo[] {
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([])
  useEffect(() => {
    const devices = navigator.mediaDevices
    if (!devices) return
    const look = async () => {
      const found = await devices.enumerateDevices().catch(() => [])
      setCameras(found.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== ''))
    }
    void look()
    devices.addEventListener('devicechange', look)
    return () => devices.removeEventListener('devicechange', look)
  }, [])
  return cameras
}

function Preview({ cameraId, mirrored }: { readonly cameraId: string | null; readonly mirrored: boolean }) {
  const { t } = useTranslation('settings')
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'starting' | 'failed' | { width: number; height: number }>('starting')
  useEffect(() => {
    let stream: MediaStream | null = null
    let current = true
    const stop = () => stream?.getTracks().forEach((track) => void track.stop())
    const start = async () => {
      try {
        const wanted = {
          width: { ideal: 1280 },
          height: { ideal: 720 },
          ...(cameraId ? { deviceId: { ideal: cameraId } } : {}),
        }
        stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false })
        if (!current) return stop()
        if (video.current) video.current.srcObject = stream
        const { width = 0, height = 0 } = stream.getVideoTracks()[0]?.getSettings() ?? {}
        setState({ width, height })
      } catch {
        if (current) setState('failed')
      }
    }
    void start()
    return () => {
      current = false
      stop()
    }
  }, [cameraId])
  if (state === 'failed')
    return (
      <p className={css.missing} role="alert">
        {t('camera.failed')}
      </p>
    )
  return (
    <div>
      <video
        ref={video}
        className={css.preview}
        data-mirrored={mirrored}
        autoPlay
        muted
        playsInline
        aria-label={t('camera.preview')}
      />
      <p className={css.hint} role="status">
        {state !== 'starting' && t('camera.works', state)}
      </p>
    </div>
  )
}
