import { Camera, Flashlight, FlipHorizontal2, Image } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineCommand } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import type { CameraState } from '../../ui/camera/camera.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './scan-screen.module.css'
import { useNextCamera } from './use-next-camera.ts'
import { useTorch } from './use-torch.ts'

interface ScanToolsProps {
  readonly state: CameraState
  readonly mirrored: boolean
  readonly onAgain: () => void
  readonly onPicture: (picture: Blob) => void
}

/** Beneath the viewfinder: which camera, its lamp where it has one, mirrored or not, and a picture by file. */
export function ScanTools({ state, mirrored, onAgain, onPicture }: ScanToolsProps) {
  const { t } = useTranslation('scan')
  const save = useEngineCommand('settings.save')
  const nextCamera = useNextCamera(state, onAgain)
  const mirror = () => save.mutate({ input: { mirrorCamera: !mirrored } })
  useShortcuts({ 'Alt+KeyK': nextCamera, 'Alt+KeyM': mirror })
  const now = state.kind === 'live' ? t('cameraNext', { name: state.facts.label }) : undefined
  return (
    <div className={css.tools}>
      <KeyButton hint="Alt+K" icon={<Camera />} onClick={nextCamera} title={now}>
        {t('camera')}
      </KeyButton>
      {state.kind === 'live' && state.facts.torch && <TorchButton stream={state.stream} />}
      <KeyButton hint="Alt+M" icon={<FlipHorizontal2 />} onClick={mirror} aria-pressed={mirrored}>
        {t('mirror')}
      </KeyButton>
      <PictureButton onPicture={onPicture} />
    </div>
  )
}

function TorchButton({ stream }: { readonly stream: MediaStream }) {
  const { t } = useTranslation('scan')
  const { lit, toggle } = useTorch(stream)
  useShortcuts({ 'Alt+KeyL': toggle })
  return (
    <KeyButton hint="Alt+L" icon={<Flashlight />} onClick={toggle} aria-pressed={lit}>
      {t('torch')}
    </KeyButton>
  )
}

function PictureButton({ onPicture }: Pick<ScanToolsProps, 'onPicture'>) {
  const { t } = useTranslation('scan')
  const file = useRef<HTMLInputElement>(null)
  const choose = () => file.current?.click()
  useShortcuts({ 'Alt+KeyG': choose })
  return (
    <>
      <KeyButton hint="Alt+G" icon={<Image />} onClick={choose}>
        {t('picture')}
      </KeyButton>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        aria-label={t('pictureLabel')}
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (chosen) onPicture(chosen)
        }}
      />
    </>
  )
}
