import { HandHeart, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import css from './assistance.module.css'
import { Figures } from './figures.tsx'
import { LogDialog } from './log-dialog.tsx'
import { TodayList } from './today-list.tsx'

/** Pendampingan: what was logged today, and how many were helped where. `log`: open the form at once. */
export function AssistanceScreen({ log = false }: { readonly log?: boolean | undefined }) {
  const { t } = useTranslation(['assistance', 'common'])
  const { showPaper } = useNavigation()
  const [logging, setLogging] = useState(log)
  const today = useEngineQuery('assistance.list', { day: null })
  const slow = useSlow(today.isPending)
  const leaflet = () => showPaper({ kind: 'app-leaflet' })
  useShortcuts({ 'Alt+KeyN': () => setLogging(true), 'Alt+KeyC': leaflet })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <KeyButton hint="Alt+C" icon={<Printer aria-hidden="true" />} onClick={leaflet}>
            {t('leaflet')}
          </KeyButton>
          <KeyButton
            look="primary"
            hint="Alt+N"
            icon={<HandHeart aria-hidden="true" />}
            onClick={() => setLogging(true)}
          >
            {t('log')}
          </KeyButton>
        </>
      }
    >
      <div className={css.parts}>
        {today.isPending && <SkeletonRows rows={4} shown={slow} />}
        {today.isError && (
          <ErrorState fault={today.error.fault}>
            <KeyButton onClick={() => void today.refetch()}>{t('common:retry')}</KeyButton>
          </ErrorState>
        )}
        {today.data && <TodayList today={today.data} />}
        {today.data && <Figures day={today.data.day} />}
      </div>
      <LogDialog opened={logging} onClose={() => setLogging(false)} />
    </Page>
  )
}
