import { SegmentedControl, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/contract/engine/device.ts'
import css from './admin.module.css'
import { useSaveSettings } from './save-settings.ts'
import { Section } from './section.tsx'

interface LookSectionProps {
  readonly settings: Settings
  readonly wanted: boolean
}

export function LookSection({ settings, wanted }: LookSectionProps) {
  const { t } = useTranslation('admin')
  const { save } = useSaveSettings()
  return (
    <Section title={t('look.title')} wanted={wanted}>
      <div>
        <span className={css.label} id="look-language">
          {t('look.language')}
        </span>
        <SegmentedControl
          aria-labelledby="look-language"
          value={settings.language}
          onChange={(language) => save({ language: language === 'en' ? 'en' : 'id' })}
          data={[
            { value: 'id', label: 'Bahasa Indonesia' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <div>
        <span className={css.label} id="look-theme">
          {t('look.theme')}
        </span>
        <SegmentedControl
          aria-labelledby="look-theme"
          value={settings.theme}
          onChange={(theme) => save({ theme: theme as Settings['theme'] })}
          data={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`look.${value}`) }))}
        />
      </div>
      <Switch
        label={t('look.sounds')}
        checked={settings.sounds}
        onChange={(event) => save({ sounds: event.currentTarget.checked })}
      />
    </Section>
  )
}
