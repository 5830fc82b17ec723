// biome-ignore-all lint/a11y/useSemanticElements: a list that is filtered by the field above it is no select
// biome-ignore-all lint/a11y/useFocusableInteractive: the field holds the focus and names the active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are the field's
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceLine } from '#shared/contract/engine/catalogue.ts'
import { Keys } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState } from '../../ui/states.tsx'
import css from './service-picker.module.css'
import { useFoundServices } from './use-found-services.ts'

const listId = 'service-list'

interface ServicePickerProps {
  onChoose(code: string): void
  /** Beneath the list, while nothing is looked for. */
  readonly below?: ReactNode
}

/** Which service: in the citizen's words; without any, what is filed here most. */
export function ServicePicker({ onChoose, below }: ServicePickerProps) {
  const { t } = useTranslation('intake')
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = useFoundServices(words)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const active = Math.min(at, found.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setAt(Math.max(0, Math.min(found.length - 1, active + step)))
    const chosen = found[active]
    if (event.key === 'Enter' && chosen) onChoose(chosen.code)
    if (step !== 0 || event.key === 'Enter') event.preventDefault()
  }
  return (
    <>
      <label className={css.search}>
        <span className="visually-hidden">{t('choose.label')}</span>
        <input
          ref={field}
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          value={words}
          maxLength={200}
          placeholder={t('choose.placeholder')}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setWords(target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <span className={css.keys}>
          <Keys>↑↓</Keys> <Keys>Enter</Keys>
        </span>
      </label>
      <div className={`${panel.panel} ${css.list}`}>
        <h2>{t(words.trim() === '' ? 'choose.usual' : 'choose.found')}</h2>
        <div role="listbox" id={listId} aria-label={t('choose.label')}>
          {found.map((service, index) => (
            <ServiceRow
              key={service.code}
              id={`${listId}-${index}`}
              on={index === active}
              service={service}
              onChoose={onChoose}
            />
          ))}
        </div>
        {found.length === 0 && words.trim() !== '' && (
          <EmptyState title={t('choose.none')} text={t('choose.noneText')} />
        )}
      </div>
      {words.trim() === '' && below}
    </>
  )
}

interface ServiceRowProps {
  readonly id: string
  readonly on: boolean
  readonly service: ServiceLine
  onChoose(code: string): void
}

function ServiceRow({ id, on, service, onChoose }: ServiceRowProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (on) row.current?.scrollIntoView({ block: 'nearest' })
  }, [on])
  return (
    <div ref={row} role="option" id={id} aria-selected={on} className={css.row} onClick={() => onChoose(service.code)}>
      <b>{service.name}</b>
      <small>{service.about}</small>
    </div>
  )
}
