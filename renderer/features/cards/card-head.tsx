// biome-ignore-all lint/a11y/useSemanticElements: rows placed one by one in a virtual list cannot be table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself holds the focus and names its active row
import { ArrowDown, ArrowUp, Check, Minus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CardQuestion, CardSort } from './card-question.ts'
import css from './card-row.module.css'

interface CardHeadProps {
  readonly question: CardQuestion
  /** Is the whole list ticked, some of it, nothing? */
  readonly ticked: 'all' | 'some' | 'none'
  readonly onTickAll: () => void
  readonly onSort: (by: CardSort) => void
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

/** The columns' names; some sort. */
export function CardHead({ question, ticked, onTickAll, onSort }: CardHeadProps) {
  const { t } = useTranslation('cards')
  const Arrow = question.descending ? ArrowDown : ArrowUp
  return (
    <div role="rowgroup" className={css.group}>
      <div role="row" aria-rowindex={1} className={`${css.line} ${css.head}`}>
        <div role="columnheader" data-column="tick">
          <button
            type="button"
            tabIndex={-1}
            className={css.tick}
            role="checkbox"
            aria-checked={ticked === 'some' ? 'mixed' : ticked === 'all'}
            aria-label={t('tickAll')}
            onClick={onTickAll}
          >
            {ticked === 'all' ? <Check aria-hidden="true" /> : ticked === 'some' && <Minus aria-hidden="true" />}
          </button>
        </div>
        {columns.map(({ name, sort }) => {
          const on = sort !== null && sort === question.sort
          return (
            <div
              key={name}
              role="columnheader"
              data-column={name}
              aria-sort={on ? (question.descending ? 'descending' : 'ascending') : undefined}
            >
              {sort ? (
                <button type="button" data-on={on} onClick={() => onSort(sort)}>
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
