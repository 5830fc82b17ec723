import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Keys } from '../../ui/key-button.tsx'
import { focusCardGrid } from './card-table.tsx'
import css from './cards-screen.module.css'

interface CardSearchProps {
  readonly typed: string
  readonly onType: (typed: string) => void
}

/** Narrows the list while one types; ↓ goes on into it. */
export function CardSearch({ typed, onType }: CardSearchProps) {
  const { t } = useTranslation('cards')
  const field = useRef<HTMLInputElement>(null)
  useShortcuts({ 'Control+f': () => field.current?.focus() })
  return (
    <label className={css.search}>
      <span className="visually-hidden">{t('searchLabel')}</span>
      <input
        ref={field}
        value={typed}
        placeholder={t('search')}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') focusCardGrid()
        }}
        autoComplete="off"
        spellCheck={false}
      />
      {typed === '' && <Keys>Ctrl+F</Keys>}
    </label>
  )
}
