import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './plan.module.css'

interface KeptPlanProps {
  readonly savedAt: string
  readonly onDrop: () => void
}

/** Says that what stands here was typed before, and lets it go. */
export function KeptPlan({ savedAt, onDrop }: KeptPlanProps) {
  const { t } = useTranslation('trips')
  const format = useFormat()
  useShortcuts({ 'Alt+KeyB': onDrop })
  return (
    <p className={css.kept} role="status">
      <RotateCcw aria-hidden="true" />
      <span>{t('plan.kept', { when: format.when(savedAt) })}</span>
      <KeyButton size="small" hint="Alt+B" onClick={onDrop}>
        {t('plan.dropKept')}
      </KeyButton>
    </p>
  )
}
