import { Hourglass, Undo2 } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import type { CardFilter } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Keys } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import type { CardQuestion, CardSort } from './card-question.ts'
import { CardTable } from './card-table.tsx'
import css from './cards-screen.module.css'
import { ChosenBar } from './chosen-bar.tsx'

const filters: readonly CardFilter[] = [
  'all',
  'ready',
  'over-30-days',
  'over-90-days',
  'handed-over',
  'coming',
  'damaged',
  'other',
]
/** Shown only when there are any: they need nobody otherwise. */
const rare: ReadonlySet<CardFilter> = new Set(['coming', 'damaged', 'other'])

/** Which of them to show. A search empties some: they stay, so that nothing moves while somebody types. */
function useShownFilters(now: CardFilter, counts: Partial<Record<CardFilter, number>> | undefined) {
  const seen = useRef(new Set<CardFilter>())
  for (const name of rare) if ((counts?.[name] ?? 0) > 0) seen.current.add(name)
  return filters.filter((name) => !rare.has(name) || name === now || seen.current.has(name))
}

/** Kartu: the unit's cards with their place, filtered, searched and sorted; Enter opens the chosen one. */
export function CardsScreen({
  filter: first = 'all',
  search: firstSearch = '',
}: {
  readonly filter?: CardFilter | undefined
  readonly search?: string | undefined
}) {
  const { t } = useTranslation(['cards', 'common'])
  const format = useFormat()
  const [filter, setFilter] = useState<CardFilter>(first)
  const [typed, setTyped] = useState(firstSearch)
  const [sort, setSort] = useState<{ by: CardSort; descending: boolean }>({ by: 'age', descending: true })
  const [chosen, setChosen] = useState<CardLine | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const search = useDeferredValue(typed.trim())
  const question: CardQuestion = { filter, search, sort: sort.by, descending: sort.descending }
  const head = useEngineQuery('card.list', { ...question, offset: 0, limit: 100 }, { keepPrevious: true })
  const data = head.data?.dataAsOf
    ? t('common:dataAsOf', { time: format.when(head.data.dataAsOf) })
    : t('common:noData')
  const shown = useShownFilters(filter, head.data?.counts)
  const clear = () => {
    setFilter('all')
    setTyped('')
  }
  const filtered = filter !== 'all' || typed !== ''
  useShortcuts({ 'Control+f': () => field.current?.focus(), ...(filtered && { Escape: clear }) })
  useEffect(() => document.querySelector<HTMLElement>('[data-card-grid]')?.focus(), [])
  return (
    <Page
      fill
      title={t('title')}
      lead={
        head.data && (
          <span className="num">
            {t(search ? 'found' : 'lead', { count: head.data.counts.all ?? head.data.total, data })}
          </span>
        )
      }
      actions={
        <>
          <span className={css.keys}>
            <Keys>↑↓</Keys> {t('keys.choose')} <Keys>Enter</Keys> {t('keys.open')}
          </span>
          <label className={css.search}>
            <span className="visually-hidden">{t('searchLabel')}</span>
            <input
              ref={field}
              value={typed}
              placeholder={t('search')}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-card-grid]')?.focus()
              }}
              autoComplete="off"
              spellCheck={false}
            />
            {typed === '' && <Keys>Ctrl+F</Keys>}
          </label>
        </>
      }
      bar={<ChosenBar card={chosen} empty={head.data?.total === 0} />}
    >
      <div className={css.tools}>
        <fieldset className={css.filters}>
          <legend className="visually-hidden">{t('filters')}</legend>
          {shown.map((name) => (
            <FilterChip
              key={name}
              name={name}
              on={name === filter}
              count={head.data?.counts[name]}
              onPick={setFilter}
            />
          ))}
        </fieldset>
      </div>
      <CardTable
        question={question}
        onSort={(by) => setSort({ by, descending: sort.by === by ? !sort.descending : by === 'age' })}
        onChosen={setChosen}
        onClear={clear}
        data={data}
      />
    </Page>
  )
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
      {name === 'over-30-days' && <Hourglass aria-hidden="true" />}
      {name === 'over-90-days' && <Undo2 aria-hidden="true" />}
      {t(`filter.${name}`)} {count !== undefined && <b className="num">{format.number(count)}</b>}
    </button>
  )
}
