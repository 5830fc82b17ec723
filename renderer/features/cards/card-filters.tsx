import { Hourglass, Undo2 } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cardFilter } from '#shared/contract/engine/cards.ts'
import { useFormat } from '../../app/format.ts'
import type { CardFilter } from '../../app/navigation.tsx'
import css from './cards-screen.module.css'

/** Shown only when there are any: they need nobody otherwise. */
const rare: ReadonlySet<CardFilter> = new Set(['coming', 'reminded', 'damaged', 'with-team', 'other'])

type Counts = Partial<Record<CardFilter, number>>

interface CardFiltersProps {
  readonly now: CardFilter
  readonly counts: Counts | undefined
  readonly onPick: (name: CardFilter) => void
}

/** The kinds of card to choose from, each with how many there are. */
export function CardFilters({ now, counts, onPick }: CardFiltersProps) {
  const { t } = useTranslation('cards')
  const shown = useShownFilters(now, counts)
  return (
    <div className={css.tools}>
      <fieldset className={css.filters}>
        <legend className="visually-hidden">{t('filters')}</legend>
        {shown.map((name) => (
          <FilterChip key={name} name={name} on={name === now} count={counts?.[name]} onPick={onPick} />
        ))}
      </fieldset>
    </div>
  )
}

/** Which of them to show. A search empties some: they stay, so that nothing moves while somebody types. */
function useShownFilters(now: CardFilter, counts: Counts | undefined) {
  const seen = useRef(new Set<CardFilter>())
  for (const name of rare) if ((counts?.[name] ?? 0) > 0) seen.current.add(name)
  return cardFilter.options.filter((name) => !rare.has(name) || name === now || seen.current.has(name))
}

interface FilterChipProps {
  readonly name: CardFilter
  readonly on: boolean
  readonly count: number | undefined
  readonly onPick: (name: CardFilter) => void
}

function FilterChip({ name, on, count, onPick }: FilterChipProps) {
  const { t } = useTranslation('cards')
  const format = useFormat()
  return (
    <button type="button" className={css.chip} data-name={name} aria-pressed={on} onClick={() => onPick(name)}>
      {name === 'to-remind' && <Hourglass aria-hidden="true" />}
      {name === 'to-return' && <Undo2 aria-hidden="true" />}
      {t(`filter.${name}`)} {count !== undefined && <b className="num">{format.number(count)}</b>}
    </button>
  )
}
