// biome-ignore-all lint/a11y/useSemanticElements: rows placed one by one in a virtual list cannot be table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself holds the focus and names its active row
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { CardStateTag, CentreMark, PromiseText } from '../../ui/status-tag.tsx'
import css from './card-row.module.css'

interface CardRowProps {
  readonly index: number
  /** Pixels from the top of the list. */
  readonly start: number
  readonly card: CardLine | undefined
  readonly on: boolean
  readonly onChoose: (index: number, open: boolean) => void
}

/** One card in one line. */
export function CardRow({ index, start, card, on, onChoose }: CardRowProps) {
  const { t } = useTranslation(['cards', 'common'])
  const place = card?.place ? `${card.place.rack}-${card.place.box}-${card.place.number}` : t('noPlace')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of all rows
    <div
      role="row"
      id={`card-row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={on}
      className={`${css.line} ${css.row}`}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => onChoose(index, false)}
      onDoubleClick={() => onChoose(index, true)}
    >
      {card && (
        <>
          <div role="gridcell" data-column="place" data-weak={card.place === null}>
            {place}
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
            {card.ageDays !== null && card.handedOver === null && t('days', { count: card.ageDays })}
          </div>
          <div role="gridcell" data-column="promise" className={css.weak}>
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
