// biome-ignore-all lint/a11y/useSemanticElements: rows placed one by one in a virtual list cannot be table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself holds the focus and names its active row
import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, SearchX } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useEngine, useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { CardStateTag, CentreMark, PromiseText } from '../../ui/status-tag.tsx'
import type { CardQuestion, CardSort } from './card-question.ts'
import css from './cards-screen.module.css'

const rowHeight = 40
const pageSize = 100

interface CardTableProps {
  readonly question: CardQuestion
  readonly onSort: (by: CardSort) => void
  readonly onChosen: (card: CardLine | null) => void
  readonly onClear: () => void
  readonly data: string
}

const columns = [
  { name: 'place', sort: 'place' },
  { name: 'owner', sort: 'name' },
  { name: 'nik', sort: null },
  { name: 'kind', sort: null },
  { name: 'reason', sort: null },
  { name: 'state', sort: 'state' },
  { name: 'age', sort: 'age' },
  { name: 'promise', sort: null },
  { name: 'centre', sort: null },
] as const

/** A grid of any length: only the rows in sight are asked for and drawn. */
export function CardTable({ question, onSort, onChosen, onClear, data }: CardTableProps) {
  const { t } = useTranslation(['cards', 'common'])
  const scroll = useRef<HTMLDivElement>(null)
  const head = useEngineQuery('card.list', { ...question, offset: 0, limit: pageSize }, { keepPrevious: true })
  const slow = useSlow(head.isPending)
  const total = head.data?.total ?? 0
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: 36,
  })
  const shown = virtual.getVirtualItems()
  const rowAt = useRows(question, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)
  const { at, onKeyDown, choose } = useRowKeys(question, total, rowAt, (row) => virtual.scrollToIndex(row))
  const chosen = rowAt(at)
  useEffect(() => onChosen(total > 0 ? (chosen ?? null) : null), [chosen, total, onChosen])

  if (head.isError)
    return (
      <div className={css.table}>
        <ErrorState fault={head.error.fault}>
          <KeyButton onClick={() => void head.refetch()}>{t('common:retry')}</KeyButton>
        </ErrorState>
      </div>
    )
  const filter = t(`filter.${question.filter}`)
  return (
    <div className={css.table}>
      <div
        ref={scroll}
        className={css.scroll}
        role="grid"
        aria-label={t('list')}
        aria-rowcount={total + 1}
        aria-activedescendant={total > 0 ? `card-row-${at}` : undefined}
        tabIndex={0}
        data-card-grid
        onKeyDown={onKeyDown}
      >
        <HeadRow question={question} onSort={onSort} />
        {head.isPending && <SkeletonRows rows={10} shown={slow} />}
        <div role="rowgroup" className={css.rows} style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => (
            <CardRow key={index} index={index} start={start} card={rowAt(index)} on={index === at} onChoose={choose} />
          ))}
        </div>
      </div>
      {head.data && total === 0 && (
        <div className={css.empty}>
          <EmptyState
            icon={<SearchX />}
            title={t('none')}
            text={
              question.search
                ? t('noneSearch', { filter, search: question.search, data })
                : t('noneText', { filter, data })
            }
          >
            <KeyButton onClick={onClear}>{t('clear')}</KeyButton>
          </EmptyState>
        </div>
      )}
    </div>
  )
}

function HeadRow({ question, onSort }: Pick<CardTableProps, 'question' | 'onSort'>) {
  const { t } = useTranslation('cards')
  const Arrow = question.descending ? ArrowDown : ArrowUp
  return (
    <div role="rowgroup" className={css.headGroup}>
      <div role="row" aria-rowindex={1} className={`${css.line} ${css.head}`}>
        {columns.map(({ name, sort }) => {
          const on = sort !== null && sort === question.sort
          return (
            <div
              key={name}
              role="columnheader"
              aria-sort={on ? (question.descending ? 'descending' : 'ascending') : undefined}
            >
              {sort ? (
                <button type="button" tabIndex={-1} data-on={on} onClick={() => onSort(sort)}>
                  {t(`column.${name}`)} {on && <Arrow aria-hidden="true" />}
                </button>
              ) : (
                t(`column.${name}`)
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface CardRowProps {
  readonly index: number
  /** Pixels from the top of the list. */
  readonly start: number
  readonly card: CardLine | undefined
  readonly on: boolean
  readonly onChoose: (index: number, open: boolean) => void
}

function CardRow({ index, start, card, on, onChoose }: CardRowProps) {
  const { t } = useTranslation(['cards', 'common'])
  const place = card?.place ? `${card.place.rack}-${card.place.box}-${card.place.number}` : t('noPlace')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of all rows
    <div
      role="row"
      id={`card-row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={on}
      className={css.line}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => onChoose(index, false)}
      onDoubleClick={() => onChoose(index, true)}
    >
      {card && (
        <>
          <div role="gridcell" data-weak={card.place === null}>
            <b>{place}</b>
          </div>
          <div role="gridcell" className={css.owner} title={card.ownerName}>
            {card.ownerName}
          </div>
          <div role="gridcell" className={css.weak}>
            {card.ownerNikMasked}
          </div>
          <div role="gridcell">{t(`common:cardKind.${card.kind}`)}</div>
          <div role="gridcell" className={css.weak}>
            {t(`common:issueReason.${card.issueReason}`)}
          </div>
          <div role="gridcell">
            <CardStateTag card={card} plain />
          </div>
          <div role="gridcell" className="num">
            {card.ageDays !== null && t('days', { count: card.ageDays })}
          </div>
          <div role="gridcell" className={css.weak}>
            <PromiseText promise={card.promise} />
          </div>
          <div role="gridcell">
            <CentreMark centre={card.centre} />
          </div>
        </>
      )}
    </div>
  )
}

/** Rows by index, from the pages that are in sight. */
function useRows(question: CardQuestion, first: number, last: number): (index: number) => CardLine | undefined {
  const engine = useEngine()
  const from = Math.floor(first / pageSize)
  const to = Math.floor(last / pageSize)
  const pages = useMemo(() => Array.from({ length: to - from + 1 }, (_, n) => from + n), [from, to])
  const answers = useQueries({
    queries: pages.map((page) => {
      const input = { ...question, offset: page * pageSize, limit: pageSize }
      return { queryKey: ['card.list', input], queryFn: () => engine.call('card.list', input) }
    }),
  })
  const kept = useRef(new Map<string, readonly CardLine[]>())
  const name = JSON.stringify(question)
  answers.forEach(({ data }, n) => {
    const page = pages[n]
    if (data && page !== undefined) kept.current.set(`${name} ${page}`, data.rows)
  })
  return (index) => kept.current.get(`${name} ${Math.floor(index / pageSize)}`)?.[index % pageSize]
}

/** ↑ ↓ Page Home End choose a row, Enter opens it. */
function useRowKeys(
  question: CardQuestion,
  total: number,
  rowAt: (index: number) => CardLine | undefined,
  show: (row: number) => void,
) {
  const { go } = useNavigation()
  const [at, setAt] = useState(0)
  const name = JSON.stringify(question)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts at its first row
  useEffect(() => setAt(0), [name])
  const open = (index: number) => {
    const card = rowAt(index)
    if (card) go({ name: 'handover', cardId: card.cardId })
  }
  const choose = (index: number, alsoOpen: boolean) => {
    setAt(index)
    if (alsoOpen) open(index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -total,
      End: total,
    }
    const step = steps[event.key]
    if (event.ctrlKey || event.altKey || total === 0) return
    if (event.key === 'Enter' && event.target === event.currentTarget) {
      event.preventDefault()
      open(at)
    }
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(total - 1, at + step))
    setAt(next)
    show(next)
  }
  return { at, onKeyDown, choose }
}
