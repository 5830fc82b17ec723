import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './city.module.css'

interface MoreRowsProps {
  readonly shown: number
  readonly total: number
  readonly onMore: () => void
}

/** How many of a list are shown, and the next ones; nothing where all are. */
export function MoreRows({ shown, total, onMore }: MoreRowsProps) {
  const { t } = useTranslation('city')
  const more = shown < total
  useShortcuts({ 'Alt+KeyL': () => more && onMore() })
  if (!more) return null
  return (
    <div className={css.more}>
      <p className={css.hint} role="status">
        {t('cards.more', { shown, total })}
      </p>
      <KeyButton hint="Alt+L" icon={<ChevronDown />} onClick={onMore}>
        {t('more')}
      </KeyButton>
    </div>
  )
}
