import { Hourglass, Undo2 } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cardFilter } from '#shared/contract/engine/cards.ts'
import type { CardFilter } from '../../app/navigation.tsx'
import { Chips } from '../../ui/chips.tsx'
import css from './cards-screen.module.css'

/** Shown only when there are any: they need nobody otherwise. */
const rare: ReadonlySet<CardFilter> = new Set(['coming', 'reminded', 'damaged', 'with-team', 'other'])

const icons: Partial<Record<CardFilter, ReactNode>> = {
  'to-remind': <Hourglass aria-hidden="true" />,
  'to-return': <Undo2 aria-hidden="true" />,
}

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
      <Chips
        legend={t('filters')}
        now={now}
        onPick={onPick}
        options={shown.map((name) => ({ name, label: t(`filter.${name}`), count: counts?.[name], icon: icons[name] }))}
      />
    </div>
  )
}

/** Which of them to show. A search empties some: they stay, so that nothing moves while somebody types. */
function useShownFilters(now: CardFilter, counts: Counts | undefined) {
  const seen = useRef(new Set<CardFilter>())
  for (const name of rare) if ((counts?.[name] ?? 0) > 0) seen.current.add(name)
  return cardFilter.options.filter((name) => !rare.has(name) || name === now || seen.current.has(name))
}
