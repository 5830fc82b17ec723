import { Camera, ClipboardPaste, Flashlight, FlipHorizontal2, Image, Volume2, VolumeX } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScanResult } from '#shared/contract/engine/scan.ts'
import { useEngineCommand, useEngineQuery } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { type CameraInfo, listCameras, useCamera } from './camera.ts'
import { CodeField } from './code-field.tsx'
import { useFrameLoop } from './frame-loop.ts'
import { type PictureInput, readClipboard, usePictureInput } from './picture-input.ts'
import { RecentScans } from './recent-scans.tsx'
import { SaidBanner } from './said-banner.tsx'
import css from './scan-screen.module.css'
import { textIn, useDecoderThread } from './use-decoder-thread.ts'
import { bracketsOf, useScan } from './use-scan.ts'
import { Viewfinder } from './viewfinder.tsx'

/** `torch` is missing in the DOM's own types. */
interface TorchConstraint extends MediaTrackConstraintSet {
  readonly torch: boolean
}

/** Pindai: camera, typed number, picture; one scan away from the hand-over. The camera is on only here. */
export function ScanScreen({ result }: { readonly result?: ScanResult }) {
  const { t } = useTranslation('scan')
  const { go, visit } = useNavigation()
  const settings = useEngineQuery('settings.get', {})
  const save = useEngineCommand('settings.save')
  const [on, setOn] = useState(true)
  const [torch, setTorch] = useState(false)
  const [cameras, setCameras] = useState<readonly CameraInfo[]>([])
  const video = useRef<HTMLVideoElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const scan = useScan(result)
  const { thread, broken, renew } = useDecoderThread()
  const camera = useCamera(settings.data?.cameraId ?? null, on && settings.data !== undefined)
  const state = broken ? ({ kind: 'fault', fault: 'decoder' } as const) : camera.state
  const stream = state.kind === 'live' ? state.stream : null
  useFrameLoop(video, thread, stream, { onText: scan.seen, onFault: renew.fail })

  // F2 again: the camera is wanted again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each visit counts
  useEffect(() => {
    setOn(true)
    field.current?.focus()
  }, [visit])
  useEffect(() => {
    if (stream) void listCameras().then(setCameras)
  }, [stream])

  const again = () => {
    renew.again()
    setOn(true)
    if (on) camera.again()
  }
  const sounds = settings.data?.sounds ?? true
  const mirrored = settings.data?.mirrorCamera ?? false
  const mute = () => save.mutate({ input: { sounds: !sounds } })
  const nextCamera = () => {
    if (state.kind !== 'live' || cameras.length < 2) return again()
    const at = cameras.findIndex(({ id }) => id === state.facts.id)
    save.mutate({ input: { cameraId: cameras[(at + 1) % cameras.length]?.id ?? null } })
  }
  const switchTorch = () => {
    const constraint: TorchConstraint = { torch: !torch }
    void stream
      ?.getVideoTracks()[0]
      ?.applyConstraints({ advanced: [constraint] })
      .then(() => setTorch(!torch))
  }
  const onPicture = useCallback(
    async (picture: Blob) => {
      const text = await textIn(picture, thread)
      if (text === undefined) return scan.refuse('no-picture')
      if (text === null) return scan.refuse('no-code')
      await scan.look(text, 'picture')
    },
    [thread, scan.look, scan.refuse],
  )
  const input: PictureInput = {
    onPicture: (picture) => void onPicture(picture),
    onText: (text) => void scan.look(text, 'paste'),
    onNothing: () => scan.refuse('nothing-to-paste'),
  }
  usePictureInput(input)
  const leave = () => (scan.said.kind === 'nothing' ? setOn(false) : scan.close())
  useShortcuts({
    'Alt+KeyK': nextCamera,
    'Alt+KeyG': () => file.current?.click(),
    'Alt+KeyM': () => save.mutate({ input: { mirrorCamera: !mirrored } }),
    'Alt+KeyL': switchTorch,
    Escape: leave,
  })
  const openCard = (cardId: string) => go({ name: 'handover', cardId })

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      fill
      actions={
        <>
          <KeyButton
            look="quiet"
            size="small"
            hint="Alt+B"
            icon={sounds ? <Volume2 /> : <VolumeX />}
            onClick={mute}
            aria-pressed={sounds}
          >
            {sounds ? t('soundOn') : t('soundOff')}
          </KeyButton>
          {on && (
            <KeyButton look="quiet" size="small" hint="Esc" onClick={() => setOn(false)}>
              {t('closeCamera')}
            </KeyButton>
          )}
        </>
      }
    >
      <div className={css.two}>
        <div className={css.left}>
          <Viewfinder
            video={video}
            state={state}
            mirrored={mirrored}
            brackets={bracketsOf(scan.said)}
            onAgain={again}
            onType={() => field.current?.focus()}
          >
            <SaidBanner said={scan.said} onCard={openCard} onClose={scan.close} />
          </Viewfinder>
          <div className={css.tools}>
            <KeyButton
              hint="Alt+K"
              icon={<Camera />}
              onClick={nextCamera}
              title={state.kind === 'live' ? t('cameraNext', { name: state.facts.label }) : undefined}
            >
              {t('camera')}
            </KeyButton>
            {state.kind === 'live' && state.facts.torch ? (
              <KeyButton hint="Alt+L" icon={<Flashlight />} onClick={switchTorch} aria-pressed={torch}>
                {t('torch')}
              </KeyButton>
            ) : (
              <KeyButton
                hint="Alt+M"
                icon={<FlipHorizontal2 />}
                onClick={() => save.mutate({ input: { mirrorCamera: !mirrored } })}
                aria-pressed={mirrored}
              >
                {t('mirror')}
              </KeyButton>
            )}
            <KeyButton hint="Alt+G" icon={<Image />} onClick={() => file.current?.click()}>
              {t('picture')}
            </KeyButton>
            <KeyButton hint="Ctrl+V" icon={<ClipboardPaste />} onClick={() => void readClipboard(input)}>
              {t('paste')}
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
                if (chosen) void onPicture(chosen)
              }}
            />
          </div>
        </div>
        <div className={css.right}>
          <CodeField ref={field} onCode={(code) => void scan.look(code, 'typed')} />
          <RecentScans onCard={openCard} />
        </div>
      </div>
    </Page>
  )
}
