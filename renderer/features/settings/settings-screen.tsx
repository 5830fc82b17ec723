import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { type Screen, useNavigation } from '../../app/navigation.tsx'
import { useIsSupervisor } from '../../app/session.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { AccountSection } from './account-section.tsx'
import { CameraSettings } from './camera-settings.tsx'
import { DataSection } from './data-section.tsx'
import { DeviceFacts } from './device-facts.tsx'
import { LanSettingsForm } from './lan-settings.tsx'
import { LookSettings } from './look-settings.tsx'
import { OverrideSection } from './override-section.tsx'
import { PrinterSettingsForm } from './printer-settings.tsx'
import css from './settings-screen.module.css'

type Section = Extract<Screen, { name: 'settings' }>['section']

/** Pengaturan of this computer: printer and camera each with a test, look and sound, device. */
export function SettingsScreen({ section }: { readonly section?: Section | undefined }) {
  const { t } = useTranslation('settings')
  const settings = useEngineQuery('settings.get', {})
  const slow = useSlow(settings.isPending)
  const { showAnswering } = useNavigation()
  const supervisor = useIsSupervisor()
  const known = settings.data !== undefined
  useEffect(() => {
    if (known && section) document.getElementById(`settings-${section}`)?.focus()
  }, [known, section])
  return (
    <Page title={t('title')} lead={t('lead')}>
      {settings.isPending && <SkeletonRows rows={8} shown={slow} />}
      {settings.isError && <ErrorState fault={settings.error.fault} />}
      {settings.data && (
        <div className={css.columns}>
          <div>
            <PrinterSettingsForm settings={settings.data} />
            <LookSettings settings={settings.data} />
            <AccountSection />
          </div>
          <div>
            <CameraSettings settings={settings.data} />
            {supervisor && <OverrideSection onAnswer={() => showAnswering(true)} />}
            <LanSettingsForm settings={settings.data} />
            <DataSection />
            <DeviceFacts />
          </div>
        </div>
      )}
    </Page>
  )
}
