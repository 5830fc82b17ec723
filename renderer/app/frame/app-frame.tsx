import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CardsScreen } from '../../features/cards/cards-screen.tsx'
import { HomeScreen } from '../../features/home/home-screen.tsx'
import { AnswerDialog } from '../../features/override/answer-dialog.tsx'
import { ReceiptDialog } from '../../features/receipt/receipt-dialog.tsx'
import { SettingsScreen } from '../../features/settings/settings-screen.tsx'
import { SyncScreen } from '../../features/sync/sync-screen.tsx'
import { faultOf, useEngine } from '../engine-hooks.ts'
import { type Screen, useNavigation } from '../navigation.tsx'
import { useOpenResult, useResolveCode } from '../open-code.ts'
import { useIsSupervisor, useSession } from '../session.tsx'
import { useShortcuts, useShortcutsAnywhere } from '../shortcuts.tsx'
import { showToast } from '../toast.tsx'
import { useUsbScanner } from '../usb-scanner.ts'
import css from './app-frame.module.css'
import { CommandPalette, closePalette, openPalette } from './command-palette.tsx'
import { EngineNotice } from './engine-notice.tsx'
import { useFocusBack } from './focus-back.ts'
import { useIdleLock } from './idle-lock.ts'
import { LockScreen } from './lock-screen.tsx'
import { MainMenu } from './main-menu.tsx'
import { menu } from './screens.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { useStartOf } from './start-of.ts'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'

// Camera, decoder and signature are loaded when first needed, so that the sign-in screen comes sooner.
const ScanScreen = lazy(() => import('../../features/scan/scan-screen.tsx').then((m) => ({ default: m.ScanScreen })))
const HandoverScreen = lazy(() =>
  import('../../features/handover/handover-screen.tsx').then((m) => ({ default: m.HandoverScreen })),
)

/** The window after sign-in: menu, search, status, and one screen. */
export function AppFrame() {
  const { screen, visit, receipt, showReceipt, answering, showAnswering } = useNavigation()
  const { locked } = useSession()
  const [sheet, setSheet] = useState(false)
  const main = useRef<HTMLElement>(null)
  const { t } = useTranslation('frame')
  useIdleLock()
  useFocusBack(locked)
  useScannerEverywhere(!locked, () => setSheet(false))
  useFrameKeys(() => setSheet(true))
  return (
    <>
      <div className={css.app} inert={locked}>
        <button type="button" className={css.skip} onClick={() => main.current?.focus()}>
          {t('skip')}
        </button>
        <TopBar onHelp={() => setSheet(true)} />
        <MainMenu />
        <main className={css.main} id="content" ref={main} tabIndex={-1}>
          <Suspense>
            <Shown key={keyOf(screen, visit)} screen={screen} />
          </Suspense>
        </main>
        <StatusBar />
      </div>
      <EngineNotice />
      <CommandPalette onShortcuts={() => setSheet(true)} />
      <ShortcutSheet opened={sheet} onClose={() => setSheet(false)} />
      <ReceiptDialog handoverId={receipt} onClose={() => showReceipt(null)} />
      <AnswerDialog opened={answering} onClose={() => showAnswering(false)} />
      <LockScreen />
    </>
  )
}

/** A visit starts a screen afresh, except that a second scan must not restart the camera, nor the hand-over of the same card. */
const keyOf = (screen: Screen, visit: number) =>
  screen.name === 'scan' || screen.name === 'handover' ? screen.name : `${screen.name}-${visit}`

function Shown({ screen }: { readonly screen: Screen }) {
  switch (screen.name) {
    case 'home':
      return <HomeScreen />
    case 'scan':
      return <ScanScreen result={screen.result} />
    case 'handover':
      return <HandoverScreen cardId={screen.cardId} />
    case 'cards':
      return <CardsScreen filter={screen.filter} search={screen.search} />
    case 'sync':
      return <SyncScreen />
    case 'settings':
      return <SettingsScreen section={screen.section} />
  }
}

/** A scan is the next citizen's: what is open above the screen makes way. */
function useScannerEverywhere(enabled: boolean, closeSheet: () => void) {
  const resolve = useResolveCode()
  const open = useOpenResult()
  const { t } = useTranslation('faults')
  useUsbScanner((code) => {
    closePalette()
    closeSheet()
    resolve(code, 'usb-scanner').then(open, (error: unknown) => {
      const { code: fault } = faultOf(error)
      showToast({ title: t(`${fault}.title`), text: t(`${fault}.next`) })
    })
  }, enabled)
}

function useFrameKeys(openSheet: () => void) {
  const { go, showAnswering } = useNavigation()
  const startOf = useStartOf()
  const { lock, locked } = useSession()
  const supervisor = useIsSupervisor()
  const engine = useEngine()
  const screens = Object.fromEntries(menu.map(({ keys, name }) => [keys, () => go(startOf(name))]))
  const toggleSounds = async () => {
    const settings = await engine.call('settings.get', {})
    await engine.call('settings.save', { sounds: !settings.sounds })
  }
  useShortcuts(
    {
      ...screens,
      'Control+k': openPalette,
      F3: openPalette,
      F1: openSheet,
      ...(supervisor ? { 'Control+j': () => showAnswering(true) } : {}),
      'Alt+b': () => void toggleSounds().catch(() => undefined),
    },
    !locked,
  )
  // A desk is left in the middle of a dialog, too.
  useShortcutsAnywhere({ 'Control+l': lock }, !locked)
}
