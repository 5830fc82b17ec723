import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './plan.module.css'

interface KeptTypedProps {
  readonly words: string
  readonly onDrop: () => void
}

/** Says that what stands here was typed before, and lets it go. */
export function KeptTyped({ words, onDrop }: KeptTypedProps) {
  const { t } = useTranslation('trips')
  useShortcuts({ 'Alt+KeyB': onDrop })
  return (
    <p className={css.kept} role="status">
      <RotateCcw aria-hidden="true" />
      <span>{words}</span>
      <KeyButton size="small" hint="Alt+B" onClick={onDrop}>
        {t('plan.dropKept')}
      </KeyButton>
    </p>
  )
}
