import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/contract/engine/device.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { playSound } from '../../app/sounds.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { Choice } from './choice.tsx'
import { Section } from './section.tsx'
import css from './settings-screen.module.css'

const languages = ['id', 'en'] as const
const themes = ['light', 'dark', 'system'] as const

/** Language, theme and sounds take effect at once. */
export function LookSettings({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings')
  const engine = useEngine()
  const save = (change: Partial<Settings>) => void engine.call('settings.save', change).catch(() => undefined)
  return (
    <Section id="look" title={t('look.title')}>
      <Choice
        label={t('look.language')}
        value={settings.language}
        options={languages.map((value) => ({ value, label: t(`look.languages.${value}`) }))}
        onChange={(value) => save({ language: value === 'en' ? 'en' : 'id' })}
      />
      <Choice
        label={t('look.theme')}
        value={settings.theme}
        options={themes.map((value) => ({ value, label: t(`look.themes.${value}`) }))}
        onChange={(value) => save({ theme: themes.find((theme) => theme === value) ?? 'system' })}
      />
      <Switch
        label={t('look.sounds')}
        description={t('look.soundsHint')}
        checked={settings.sounds}
        onChange={(event) => save({ sounds: event.currentTarget.checked })}
      />
      <div className={css.acts}>
        <KeyButton size="small" onClick={() => playSound('accepted')}>
          {t('look.tryAccepted')}
        </KeyButton>
        <KeyButton size="small" onClick={() => playSound('refused')}>
          {t('look.tryRefused')}
        </KeyButton>
        <KeyButton size="small" onClick={() => playSound('conflict')}>
          {t('look.tryConflict')}
        </KeyButton>
      </div>
    </Section>
  )
}
