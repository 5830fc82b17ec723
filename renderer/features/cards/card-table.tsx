// biome-ignore-all lint/a11y/useSemanticElements: rows placed one by one in a virtual list cannot be table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself holds the focus and names its active row
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { SearchX } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { CardHead } from './card-head.tsx'
import type { CardQuestion, CardSort } from './card-question.ts'
import { CardRow } from './card-row.tsx'
import { pageSize, useAnswered, useCardRows } from './card-rows.ts'
import css from './card-table.module.css'
import { countOf, isChosen } from './chosen-cards.ts'
import { type RowKeys, useRowKeys } from './row-keys.ts'
import type { CardTicks } from './use-card-ticks.ts'

const rowHeight = 40

interface CardTableProps {
  readonly question: CardQuestion
  readonly onSort: (by: CardSort) => void
  readonly ticks: CardTicks
  /** The card that the keys are about. */
  readonly onCard: (card: CardLine | null) => void
  readonly onClear: () => void
  readonly data: string
}

const gridId = 'card-grid'

/** The list takes the keys: ↑ ↓ Enter. */
export const focusCardGrid = (): void => document.getElementById(gridId)?.focus()

/** A grid of any length: only the rows in sight are asked for and drawn. */
export function CardTable({ question, onSort, ticks, onCard, onClear, data }: CardTableProps) {
  const { t } = useTranslation('common')
  const head = useEngineQuery('card.list', { ...question, offset: 0, limit: pageSize }, { keepPrevious: true })
  const slow = useSlow(head.isPending)
  const total = head.data?.total ?? 0
  const grid = useCardGrid(useAnswered(question, head.isPlaceholderData), total, ticks, onCard)
  if (head.isError)
    return (
      <div className={css.table}>
        <ErrorState fault={head.error.fault}>
          <KeyButton onClick={() => void head.refetch()}>{t('retry')}</KeyButton>
        </ErrorState>
      </div>
    )
  return (
    <div className={css.table}>
      <Grid grid={grid} total={total} ticks={ticks} busy={head.isPlaceholderData}>
        <CardHead
          question={question}
          ticked={countOf(ticks.chosen) === 0 ? 'none' : countOf(ticks.chosen) >= total ? 'all' : 'some'}
          onTickAll={() => (countOf(ticks.chosen) === 0 ? ticks.all(total) : ticks.clear())}
          onSort={onSort}
        />
        {head.isPending && <SkeletonRows rows={10} shown={slow} />}
      </Grid>
      {head.data && total === 0 && <NoCards question={question} data={data} onClear={onClear} />}
    </div>
  )
}

/** Which rows are in sight, which one the keys are about, and what keys and mouse do with it. */
function useCardGrid(question: CardQuestion, total: number, ticks: CardTicks, onCard: CardTableProps['onCard']) {
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: 36,
  })
  const shown = virtual.getVirtualItems()
  const rowAt = useCardRows(question, { first: shown[0]?.index ?? 0, last: shown.at(-1)?.index ?? 0, total })
  const keys = useRowKeys({ question, total, rowAt, show: (row) => virtual.scrollToIndex(row) }, ticks)
  const card = rowAt(keys.at)
  useEffect(() => onCard(total > 0 ? (card ?? null) : null), [card, total, onCard])
  useFreshTicks(shown, rowAt, ticks)
  return { scroll, height: virtual.getTotalSize(), shown, rowAt, at: keys.at, keys, onMouse: useMouse(keys) }
}

/** A ticked card that changed meanwhile, perhaps on another desk, is told as it is now. */
function useFreshTicks(
  shown: readonly VirtualItem[],
  rowAt: (index: number) => CardLine | undefined,
  { refresh }: CardTicks,
) {
  const cards = shown.map(({ index }) => rowAt(index)).filter((card) => card !== undefined)
  const latest = useRef(cards)
  latest.current = cards
  const versions = cards.map(({ cardId, state, centre }) => `${cardId} ${state} ${centre}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: told only when one of them stands otherwise
  useEffect(() => refresh(latest.current), [versions])
}

/** The same function from press to press, so that only the rows that change are drawn again. */
function useMouse(keys: RowKeys) {
  const latest = useRef(keys)
  latest.current = keys
  return useCallback((index: number, what: 'go' | 'extend' | 'tick' | 'open') => {
    const { move, toggle, open } = latest.current
    if (what === 'tick') toggle(index)
    else if (what === 'open') open(index)
    else move(index, what === 'extend')
  }, [])
}

interface GridProps {
  readonly grid: ReturnType<typeof useCardGrid>
  readonly total: number
  readonly ticks: CardTicks
  /** Another list is on its way. */
  readonly busy: boolean
  /** Above the rows. */
  readonly children: ReactNode
}

function Grid({ grid, total, ticks, busy, children }: GridProps) {
  const { t } = useTranslation('cards')
  const { scroll, height, shown, rowAt, at, keys, onMouse } = grid
  return (
    <div
      ref={scroll}
      className={css.scroll}
      role="grid"
      aria-label={t('list')}
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      aria-busy={busy}
      aria-activedescendant={total > 0 ? `card-row-${at}` : undefined}
      tabIndex={0}
      id={gridId}
      onKeyDown={keys.onKeyDown}
    >
      {children}
      <div role="rowgroup" className={css.rows} style={{ height }}>
        {shown.map(({ index, start }) => {
          const card = rowAt(index)
          const ticked = card !== undefined && isChosen(ticks.chosen, card.cardId)
          return (
            <CardRow
              key={index}
              index={index}
              start={start}
              card={card}
              on={index === at}
              ticked={ticked}
              onMouse={onMouse}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Nothing fits: what was asked, how old the data is, and the way back to all. */
function NoCards({ question, data, onClear }: Pick<CardTableProps, 'question' | 'data' | 'onClear'>) {
  const { t } = useTranslation('cards')
  const filter = question.filter === 'all' ? null : t(`filter.${question.filter}`)
  const sought = question.search ? `“${question.search}”` : null
  const asked = [filter, sought].filter((one) => one).join(', ') || t('filter.all')
  return (
    <div className={css.empty}>
      <EmptyState icon={<SearchX />} title={t('none')} text={t('noneText', { filter: asked, data })}>
        <KeyButton hint="Esc" onClick={onClear}>
          {t('clear')}
        </KeyButton>
      </EmptyState>
    </div>
  )
}
