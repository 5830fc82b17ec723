import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import css from './applications-screen.module.css'
import { focusList } from './filed-list.tsx'

interface ApplicationSearchProps {
  readonly typed: string
  onType(typed: string): void
}

/** Narrows the list while one types; Enter or ↓ goes on into it. */
export function ApplicationSearch({ typed, onType }: ApplicationSearchProps) {
  const { t } = useTranslation('applications')
  const field = useRef<HTMLInputElement>(null)
  useShortcuts({ 'Control+f': () => field.current?.focus() })
  return (
    <input
      ref={field}
      className={css.search}
      aria-label={t('search')}
      value={typed}
      maxLength={120}
      placeholder={`${t('search')}  (Ctrl+F)`}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => onType(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        focusList()
      }}
    />
  )
}
