import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import css from './admin.module.css'
import { CameraSection } from './camera-section.tsx'
import { DeviceSection } from './device-section.tsx'
import { LookSection } from './look-section.tsx'
import { PrinterSection } from './printer-section.tsx'

/** Printer and camera, each with its test; language, theme, sounds; what this device is. */
export function AdminScreen() {
  const { t } = useTranslation('admin')
  const { screen } = useNavigation()
  const settings = useEngineQuery('settings.get', {})
  const slow = useSlow(settings.isPending)
  const wanted = screen.name === 'settings' ? screen.section : undefined
  return (
    <Page title={t('title')}>
      {settings.error && <ErrorState fault={settings.error.fault} />}
      {!settings.data && !settings.error && <SkeletonRows shown={slow} />}
      {settings.data && (
        <div className={css.grid}>
          <PrinterSection settings={settings.data} wanted={wanted === 'printer'} />
          <CameraSection settings={settings.data} wanted={wanted === 'camera'} />
          <LookSection settings={settings.data} wanted={wanted === 'look'} />
          <DeviceSection wanted={wanted === 'device'} />
        </div>
      )}
    </Page>
  )
}
