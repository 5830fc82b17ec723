import { useMantineColorScheme } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MustScreen } from '../features/account/must-screen.tsx'
import { ActivationScreen } from '../features/activation/activation-screen.tsx'
import { UnfinishedProvider } from '../features/handover/unfinished.tsx'
import { SignInScreen } from '../features/sign-in/sign-in-screen.tsx'
import { RescuedScreen } from '../features/trouble/rescued-screen.tsx'
import { type Rescued, TroubleScreen } from '../features/trouble/trouble-screen.tsx'
import { UpdateDueScreen } from '../features/update/update-due-screen.tsx'
import { KeyButton } from '../ui/key-button.tsx'
import { ErrorState } from '../ui/states.tsx'
import { useEngineQuery, useEngineState, useSlow, useTopicRefresh } from './engine-hooks.ts'
import css from './first-screen.module.css'
import { AppFrame } from './frame/app-frame.tsx'
import { EngineNotice } from './frame/engine-notice.tsx'
import { StatusBar } from './frame/status-bar.tsx'
import { useSession } from './session.tsx'

/** Decides by what is known: no data, not enrolled, nobody signed in, or work. */
export function FirstScreen() {
  useTopicRefresh()
  useChosenLook()
  const engine = useEngineState()
  const { staff, must } = useSession()
  const status = useEngineQuery('app.status', {})
  const { t } = useTranslation(['frame', 'common'])
  const slow = useSlow(status.isPending)
  const [rescued, setRescued] = useState<Rescued | null>(null)

  if (engine.kind === 'fatal') return <TroubleScreen code={engine.code} onDone={setRescued} />
  if (rescued) return <RescuedScreen done={rescued} onGo={() => setRescued(null)} />
  if (status.data?.revoked)
    return (
      <main className={css.alone}>
        <h1 className="visually-hidden">{t('engine.revoked')}</h1>
        <ErrorState fault={{ code: 'device-revoked' }} />
      </main>
    )
  if (status.data?.move?.going)
    return (
      <main className={css.alone}>
        <h1 className="visually-hidden">{t('engine.moving')}</h1>
        <ErrorState fault={{ code: 'device-moving' }} />
      </main>
    )
  if (staff && must)
    return (
      <div className={css.before}>
        <MustScreen key={must} what={must} />
        <StatusBar />
        <EngineNotice />
      </div>
    )
  if (staff)
    return (
      <UnfinishedProvider key={staff.staffId}>
        <AppFrame />
      </UnfinishedProvider>
    )
  if (status.isError)
    return (
      <main className={css.alone}>
        <h1 className="visually-hidden">{t('engine.fatal')}</h1>
        <ErrorState fault={status.error.fault}>
          <KeyButton onClick={() => void status.refetch()}>{t('common:retry')}</KeyButton>
        </ErrorState>
      </main>
    )
  // Until the engine answers, what it nearly always answers: a computer is activated once in its life.
  const inUse = !status.data || (status.data.enrolled && status.data.firstCopy === null)
  const update = status.data?.update
  return (
    <div className={css.before}>
      {update?.due && <UpdateDueScreen update={update} unsent={status.data?.unsent.count ?? 0} />}
      {!update?.due && (inUse ? <SignInScreen /> : <ActivationScreen />)}
      {slow && (
        <p className={css.connecting} role="status">
          {t('engine.connecting')}
        </p>
      )}
      <StatusBar />
      <EngineNotice />
    </div>
  )
}

/** Language and theme as set on this computer. */
function useChosenLook() {
  const settings = useEngineQuery('settings.get', {})
  const { setColorScheme } = useMantineColorScheme()
  const { i18n } = useTranslation()
  const theme = settings.data?.theme
  const language = settings.data?.language
  useEffect(() => {
    if (theme) setColorScheme(theme === 'system' ? 'auto' : theme)
  }, [theme, setColorScheme])
  useEffect(() => {
    if (!language) return
    document.documentElement.lang = language
    void i18n.changeLanguage(language)
  }, [language, i18n])
}
