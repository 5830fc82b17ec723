import { Volume2, VolumeX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScanResult } from '#shared/contract/engine/scan.ts'
import { useEngineCommand, useEngineQuery } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useReadingCamera } from '../../ui/camera/use-reading-camera.ts'
import { Viewfinder } from '../../ui/camera/viewfinder.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { CodeField } from './code-field.tsx'
import { RecentScans } from './recent-scans.tsx'
import { SaidBanner } from './said-banner.tsx'
import css from './scan-screen.module.css'
import { ScanTools } from './scan-tools.tsx'
import { usePicture } from './use-picture.ts'
import { bracketsOf, useScan } from './use-scan.ts'

/** Pindai: camera, typed number, picture; one scan away from the hand-over. The camera is on only here. */
export function ScanScreen({ result }: { readonly result?: ScanResult }) {
  const { t } = useTranslation('scan')
  const { go } = useNavigation()
  const settings = useEngineQuery('settings.get', {}).data
  const field = useRef<HTMLInputElement>(null)
  const typeNumber = () => field.current?.focus()
  const [on, setOn] = useWantedCamera(typeNumber)
  const scan = useScan(result)
  const camera = useReadingCamera(settings?.cameraId ?? null, on && settings !== undefined, scan.seen)
  const onPicture = usePicture(camera.thread, scan, camera.renew)
  const again = () => (on ? camera.again() : setOn(true))
  const leave = () => (scan.said.kind === 'nothing' ? setOn(false) : scan.close())
  useShortcuts({ Escape: leave })
  const openCard = (cardId: string) => go({ name: 'handover', cardId })
  const mirrored = settings?.mirrorCamera ?? false
  const { video, state } = camera
  const brackets = bracketsOf(scan.said)
  return (
    <Page title={t('title')} lead={t('lead')} fill actions={<HeadActs on={on} onClose={() => setOn(false)} />}>
      <div className={css.two}>
        <div className={css.left}>
          <Viewfinder {...{ video, state, mirrored, brackets }} onAgain={again} onType={typeNumber}>
            <SaidBanner said={scan.said} onCard={openCard} onClose={scan.close} />
          </Viewfinder>
          <ScanTools state={state} mirrored={mirrored} onAgain={again} onPicture={onPicture} />
        </div>
        <div className={css.right}>
          <CodeField ref={field} onCode={(code) => void scan.look(code, 'typed')} />
          <RecentScans onCard={openCard} />
        </div>
      </div>
    </Page>
  )
}

/** Is the camera wanted? Each visit (F2 again) wants it again, and `onVisit` puts the focus where it belongs. */
function useWantedCamera(onVisit: () => void) {
  const { visit } = useNavigation()
  const [on, setOn] = useState(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each visit counts
  useEffect(() => {
    setOn(true)
    onVisit()
  }, [visit])
  return [on, setOn] as const
}

/** At the right of the title: sound, and the camera off. */
function HeadActs({ on, onClose }: { readonly on: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('scan')
  const sounds = useEngineQuery('settings.get', {}).data?.sounds ?? true
  const save = useEngineCommand('settings.save')
  const mute = () => save.mutate({ input: { sounds: !sounds } })
  const icon = sounds ? <Volume2 /> : <VolumeX />
  return (
    <>
      <KeyButton look="quiet" size="small" hint="Alt+B" icon={icon} onClick={mute} aria-pressed={sounds}>
        {sounds ? t('soundOn') : t('soundOff')}
      </KeyButton>
      {on && (
        <KeyButton look="quiet" size="small" hint="Esc" onClick={onClose}>
          {t('closeCamera')}
        </KeyButton>
      )}
    </>
  )
}
