// biome-ignore-all lint/a11y/useSemanticElements: a list that the search field chooses from is no select
// biome-ignore-all lint/a11y/useFocusableInteractive: the search field holds the focus and names the active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are the search field's
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceLine } from '#shared/contract/engine/catalogue.ts'
import css from './catalogue.module.css'

interface ServiceListProps {
  readonly id: string
  readonly rows: readonly ServiceLine[]
  readonly at: number
  onPick(index: number): void
}

/** What was found, the likeliest first. */
export function ServiceList({ id, rows, at, onPick }: ServiceListProps) {
  const { t } = useTranslation('catalogue')
  useEffect(() => void document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' }), [id, at])
  return (
    <div className={css.list} role="listbox" id={id} aria-label={t('list')}>
      {rows.map(({ code, name, about, standard }, index) => (
        <div
          key={code}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={css.row}
          onClick={() => onPick(index)}
        >
          <b>{name}</b>
          <small>
            {standard.promisedWorkingDays === 1 && `${t('promised')} · `}
            {about}
          </small>
        </div>
      ))}
    </div>
  )
}
