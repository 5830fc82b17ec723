// biome-ignore-all lint/a11y/useSemanticElements: rows placed one by one in a virtual list cannot be table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself holds the focus and names its active row
import { useVirtualizer } from '@tanstack/react-virtual'
import { SearchX } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { CardHead } from './card-head.tsx'
import type { CardQuestion, CardSort } from './card-question.ts'
import { CardRow } from './card-row.tsx'
import { pageSize, useCardRows } from './card-rows.ts'
import css from './card-table.module.css'
import { useRowKeys } from './row-keys.ts'

const rowHeight = 40

interface CardTableProps {
  readonly question: CardQuestion
  readonly onSort: (by: CardSort) => void
  readonly onChosen: (card: CardLine | null) => void
  readonly onClear: () => void
  readonly data: string
}

const gridId = 'card-grid'

/** The list takes the keys: ↑ ↓ Enter. */
export const focusCardGrid = (): void => document.getElementById(gridId)?.focus()

/** A grid of any length: only the rows in sight are asked for and drawn. */
export function CardTable({ question, onSort, onChosen, onClear, data }: CardTableProps) {
  const { t } = useTranslation('common')
  const head = useEngineQuery('card.list', { ...question, offset: 0, limit: pageSize }, { keepPrevious: true })
  const slow = useSlow(head.isPending)
  const total = head.data?.total ?? 0
  const grid = useCardGrid(question, total, onChosen)
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
      <Grid grid={grid} total={total}>
        <CardHead question={question} onSort={onSort} />
        {head.isPending && <SkeletonRows rows={10} shown={slow} />}
      </Grid>
      {head.data && total === 0 && <NoCards question={question} data={data} onClear={onClear} />}
    </div>
  )
}

/** Which rows are in sight, which one is chosen, and the keys that choose. */
function useCardGrid(question: CardQuestion, total: number, onChosen: CardTableProps['onChosen']) {
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: 36,
  })
  const shown = virtual.getVirtualItems()
  const rowAt = useCardRows(question, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)
  const { at, onKeyDown, choose } = useRowKeys(question, total, rowAt, (row) => virtual.scrollToIndex(row))
  const chosen = rowAt(at)
  useEffect(() => onChosen(total > 0 ? (chosen ?? null) : null), [chosen, total, onChosen])
  return { scroll, height: virtual.getTotalSize(), shown, rowAt, at, onKeyDown, choose }
}

interface GridProps {
  readonly grid: ReturnType<typeof useCardGrid>
  readonly total: number
  /** Above the rows. */
  readonly children: ReactNode
}

function Grid({ grid, total, children }: GridProps) {
  const { t } = useTranslation('cards')
  const { scroll, height, shown, rowAt, at, onKeyDown, choose } = grid
  return (
    <div
      ref={scroll}
      className={css.scroll}
      role="grid"
      aria-label={t('list')}
      aria-rowcount={total + 1}
      aria-activedescendant={total > 0 ? `card-row-${at}` : undefined}
      tabIndex={0}
      id={gridId}
      onKeyDown={onKeyDown}
    >
      {children}
      <div role="rowgroup" className={css.rows} style={{ height }}>
        {shown.map(({ index, start }) => (
          <CardRow key={index} index={index} start={start} card={rowAt(index)} on={index === at} onChoose={choose} />
        ))}
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
