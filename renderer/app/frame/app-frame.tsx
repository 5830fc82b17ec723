import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CardsScreen } from '../../features/cards/cards-screen.tsx'
import { EkitirDialogs } from '../../features/ekitir/ekitir-dialogs.tsx'
import { HomeScreen } from '../../features/home/home-screen.tsx'
import { AnswerDialog } from '../../features/override/answer-dialog.tsx'
import { ReceiptDialog } from '../../features/receipt/receipt-dialog.tsx'
import { SettingsScreen } from '../../features/settings/settings-screen.tsx'
import { SyncScreen } from '../../features/sync/sync-screen.tsx'
import { PaperDialog } from '../../ui/paper-dialog.tsx'
import { faultOf, useEngine } from '../engine-hooks.ts'
import { type Screen, useNavigation } from '../navigation.tsx'
import { useOpenResult, useResolveCode } from '../open-code.ts'
import { useOfferScan } from '../scan-taker.tsx'
import { useIsSupervisor, useSession } from '../session.tsx'
import { useFrameShortcuts, useShortcutsAnywhere } from '../shortcuts.tsx'
import { showToast } from '../toast.tsx'
import { useUsbScanner } from '../usb-scanner.ts'
import css from './app-frame.module.css'
import { CommandPalette, closePalette, openPalette } from './command-palette.tsx'
import { EngineNotice } from './engine-notice.tsx'
import { useFocusBack } from './focus-back.ts'
import { IdleLock } from './idle-lock.tsx'
import { LockScreen } from './lock-screen.tsx'
import { MainMenu } from './main-menu.tsx'
import { besideMenu } from './screens.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { useStartOf } from './start-of.ts'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useMenu } from './use-menu.ts'

// Camera, decoder and signature are loaded when first needed, so that the sign-in screen comes sooner.
const ScanScreen = lazy(() => import('../../features/scan/scan-screen.tsx').then((m) => ({ default: m.ScanScreen })))
const HandoverScreen = lazy(() =>
  import('../../features/handover/handover-screen.tsx').then((m) => ({ default: m.HandoverScreen })),
)

const ShipmentsScreen = lazy(() =>
  import('../../features/shipments/shipments-screen.tsx').then((m) => ({ default: m.ShipmentsScreen })),
)
const ComplaintsScreen = lazy(() =>
  import('../../features/complaints/complaints-screen.tsx').then((m) => ({ default: m.ComplaintsScreen })),
)
const CatalogueScreen = lazy(() =>
  import('../../features/catalogue/catalogue-screen.tsx').then((m) => ({ default: m.CatalogueScreen })),
)
const ClaimsScreen = lazy(() =>
  import('../../features/claims/claims-screen.tsx').then((m) => ({ default: m.ClaimsScreen })),
)
const QuestionsScreen = lazy(() =>
  import('../../features/questions/questions-screen.tsx').then((m) => ({ default: m.QuestionsScreen })),
)
const AssistanceScreen = lazy(() =>
  import('../../features/assistance/assistance-screen.tsx').then((m) => ({ default: m.AssistanceScreen })),
)
const DayScreen = lazy(() => import('../../features/day/day-screen.tsx').then((m) => ({ default: m.DayScreen })))
const CityScreen = lazy(() => import('../../features/city/city-screen.tsx').then((m) => ({ default: m.CityScreen })))
const CaseScreen = lazy(() => import('../../features/cases/case-screen.tsx').then((m) => ({ default: m.CaseScreen })))
const TeamScreen = lazy(() => import('../../features/team/team-screen.tsx').then((m) => ({ default: m.TeamScreen })))
const TripsScreen = lazy(() =>
  import('../../features/trips/trips-screen.tsx').then((m) => ({ default: m.TripsScreen })),
)
const OldCardsScreen = lazy(() =>
  import('../../features/old-cards/old-cards-screen.tsx').then((m) => ({ default: m.OldCardsScreen })),
)
const ReviewScreen = lazy(() =>
  import('../../features/review/review-screen.tsx').then((m) => ({ default: m.ReviewScreen })),
)
const AuditScreen = lazy(() =>
  import('../../features/audit/audit-screen.tsx').then((m) => ({ default: m.AuditScreen })),
)
const BulkScreen = lazy(() => import('../../features/bulk/bulk-screen.tsx').then((m) => ({ default: m.BulkScreen })))
const ApplicationsScreen = lazy(() =>
  import('../../features/applications/applications-screen.tsx').then((m) => ({ default: m.ApplicationsScreen })),
)
const IntakeScreen = lazy(() =>
  import('../../features/intake/intake-screen.tsx').then((m) => ({ default: m.IntakeScreen })),
)
const BlanksScreen = lazy(() =>
  import('../../features/blanks/blanks-screen.tsx').then((m) => ({ default: m.BlanksScreen })),
)

/** The window after sign-in: menu, search, status, and one screen. */
export function AppFrame() {
  const { screen, visit, receipt, showReceipt, paper, showPaper, answering, showAnswering, ekitir, showEkitir } =
    useNavigation()
  const { locked } = useSession()
  const [sheet, setSheet] = useState(false)
  const main = useRef<HTMLElement>(null)
  const { t } = useTranslation('frame')
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
      <PaperDialog paper={paper} onClose={() => showPaper(null)} />
      <EkitirDialogs shown={ekitir} onClose={() => showEkitir(null)} />
      <AnswerDialog opened={answering} onClose={() => showAnswering(false)} />
      <IdleLock />
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
      return <HandoverScreen cardId={screen.cardId} code={screen.code} />
    case 'cards':
      return <CardsScreen filter={screen.filter} search={screen.search} />
    case 'shipments':
      return <ShipmentsScreen shipmentId={screen.shipmentId} />
    case 'complaints':
      return <ComplaintsScreen tab={screen.tab} id={screen.id} kitir={screen.kitir} />
    case 'catalogue':
      return <CatalogueScreen code={screen.code} />
    case 'claims':
      return <ClaimsScreen of={screen} />
    case 'questions':
      return <QuestionsScreen questionId={screen.questionId} />
    case 'assistance':
      return <AssistanceScreen log={screen.log} />
    case 'day':
      return <DayScreen />
    case 'city':
      return <CityScreen />
    case 'case':
      return <CaseScreen caseId={screen.caseId} />
    case 'old-cards':
      return <OldCardsScreen />
    case 'review':
      return <ReviewScreen />
    case 'audit':
      return <AuditScreen />
    case 'bulk':
      return <BulkScreen cardIds={screen.cardIds} />
    case 'team':
      return <TeamScreen cardIds={screen.cardIds} tripId={screen.tripId} />
    case 'trips':
      return <TripsScreen of={screen} />
    case 'applications':
      return <ApplicationsScreen id={screen.id} />
    case 'intake':
      return <IntakeScreen of={screen} />
    case 'blanks':
      return <BlanksScreen />
    case 'sync':
      return <SyncScreen />
    case 'settings':
      return <SettingsScreen section={screen.section} />
  }
}

/** A scan is for the screen that waits for one, otherwise the next citizen's; what is open above the screen makes way. */
function useScannerEverywhere(enabled: boolean, closeSheet: () => void) {
  const resolve = useResolveCode()
  const open = useOpenResult()
  const offer = useOfferScan()
  const { t } = useTranslation('faults')
  useUsbScanner((code) => {
    closePalette()
    closeSheet()
    const take = async () => {
      if (!(await offer(code))) open(await resolve(code, 'usb-scanner'), code)
    }
    take().catch((error: unknown) => {
      const { code: fault } = faultOf(error)
      showToast({ title: t(`${fault}.title`), text: t(`${fault}.next`) })
    })
  }, enabled)
}

function useFrameKeys(openSheet: () => void) {
  const { go, showAnswering, showEkitir } = useNavigation()
  const startOf = useStartOf()
  const { lock, locked } = useSession()
  const supervisor = useIsSupervisor()
  const engine = useEngine()
  const menu = useMenu()
  const screens = Object.fromEntries([...menu, ...besideMenu].map(({ keys, name }) => [keys, () => go(startOf(name))]))
  const showStatus = () => showEkitir({ kind: 'status' })
  const toggleSounds = async () => {
    const settings = await engine.call('settings.get', {})
    await engine.call('settings.save', { sounds: !settings.sounds })
  }
  useFrameShortcuts(
    {
      ...screens,
      'Control+k': openPalette,
      F3: openPalette,
      F1: openSheet,
      F4: showStatus,
      ...(supervisor ? { 'Control+j': () => showAnswering(true) } : {}),
      'Alt+b': () => void toggleSounds().catch(() => undefined),
    },
    !locked,
  )
  // A desk is left in the middle of a dialog, too.
  useShortcutsAnywhere({ 'Control+l': lock }, !locked)
}
