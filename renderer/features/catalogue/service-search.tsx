import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import css from './catalogue.module.css'

interface ServiceSearchProps {
  readonly words: string
  /** The list that it chooses from, and the row that is chosen. */
  readonly listId: string
  readonly active: string | undefined
  onWords(words: string): void
  onStep(step: number): void
  onEnter(): void
}

/** The field that the screen opens with: typing searches, ↑ ↓ choose without leaving it, Enter goes on to what was chosen. */
export function ServiceSearch({ words, listId, active, onWords, onStep, onEnter }: ServiceSearchProps) {
  const { t } = useTranslation('catalogue')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) onStep(step)
    if (event.key === 'Enter') onEnter()
    if (step !== undefined || event.key === 'Enter') event.preventDefault()
  }
  return (
    <label className={css.search} htmlFor="service-words">
      <span>{t('search')}</span>
      <input
        ref={field}
        id="service-words"
        role="combobox"
        aria-expanded={active !== undefined}
        aria-controls={listId}
        aria-activedescendant={active}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={t('example')}
        value={words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={pressed}
      />
    </label>
  )
}
