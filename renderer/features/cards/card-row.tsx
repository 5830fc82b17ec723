// biome-ignore-all lint/a11y/useSemanticElements: rows placed one by one in a virtual list cannot be table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself holds the focus and names its active row
import { Check, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useFormat } from '../../app/format.ts'
import { CardStateTag, CentreMark, PromiseText } from '../../ui/status-tag.tsx'
import css from './card-row.module.css'

interface CardRowProps {
  readonly index: number
  /** Pixels from the top of the list. */
  readonly start: number
  readonly card: CardLine | undefined
  /** The row that the keys are about. */
  readonly on: boolean
  readonly ticked: boolean
  readonly onMouse: (index: number, what: 'go' | 'extend' | 'tick' | 'open') => void
}

/** One card in one line. Drawn again only when something in it changes: a key press changes two of them. */
export const CardRow = memo(function CardRow({ index, start, card, on, ticked, onMouse }: CardRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of all rows
    <div
      role="row"
      id={`card-row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={ticked}
      data-on={on}
      className={`${css.line} ${css.row}`}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => onMouse(index, event.shiftKey ? 'extend' : 'go')}
      onDoubleClick={() => onMouse(index, 'open')}
    >
      {card && <Cells card={card} ticked={ticked} onTick={() => onMouse(index, 'tick')} />}
    </div>
  )
})

interface CellsProps {
  readonly card: CardLine
  readonly ticked: boolean
  readonly onTick: () => void
}

function Cells({ card, ticked, onTick }: CellsProps) {
  const { t } = useTranslation(['cards', 'common'])
  const place = card.place ? `${card.place.rack}-${card.place.box}-${card.place.number}` : t('noPlace')
  return (
    <>
      <div role="gridcell" data-column="tick">
        <button
          type="button"
          tabIndex={-1}
          className={css.tick}
          role="checkbox"
          aria-checked={ticked}
          aria-label={t('tickOne', { name: card.ownerName })}
          onClick={(event) => {
            event.stopPropagation()
            onTick()
          }}
        >
          {ticked && <Check aria-hidden="true" />}
        </button>
      </div>
      <div role="gridcell" data-column="place" data-weak={card.place === null}>
        {place}
        {card.sharesPlace && (
          <span className={css.shared} title={t('placeShared')}>
            <TriangleAlert aria-hidden="true" />
            <span className="visually-hidden">{t('placeShared')}</span>
          </span>
        )}
      </div>
      <div role="gridcell" className={css.owner} title={card.ownerName}>
        {card.ownerName}
      </div>
      <div role="gridcell" data-column="nik" className={css.weak}>
        {card.ownerNikMasked}
      </div>
      <div role="gridcell" data-column="kind">
        {t(`common:cardKind.${card.kind}`)}
      </div>
      <div role="gridcell" data-column="reason" className={css.weak}>
        {t(`common:issueReason.${card.issueReason}`)}
      </div>
      <div role="gridcell">
        <CardStateTag card={card} plain />
      </div>
      <div role="gridcell" className="num">
        <Age card={card} />
      </div>
      <div role="gridcell" data-column="promise" className={css.weak}>
        <PromiseText promise={card.promise} />
      </div>
      <div role="gridcell">
        <CentreMark centre={card.centre} />
      </div>
    </>
  )
}

/** Days on the shelf; of a card that was handed over, the day of that. */
function Age({ card }: { readonly card: CardLine }) {
  const { t } = useTranslation('cards')
  const format = useFormat()
  if (card.handedOver) return <span className={css.weak}>{format.shortDay(card.handedOver.at)}</span>
  return card.ageDays === null ? null : t('days', { count: card.ageDays })
}
