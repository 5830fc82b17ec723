import { CircleSlash } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import css from './moving-cards.module.css'
import type { Asked } from './use-move.ts'

interface MovingCardsProps {
  readonly may: readonly Asked[]
  readonly left: readonly Asked[]
  /** What stands at the end of a line; else its place now. */
  readonly note?: (card: CardLine) => string
}

/** How many lines are told by name. */
const named = 200

/** The cards that this is about, and those that are left out with why. */
export function MovingCards({ may, left, note }: MovingCardsProps) {
  const { t } = useTranslation('cards')
  if (may.length + left.length === 0) return null
  const noteOf = note ?? ((card: CardLine) => placeText(card) ?? t('noPlace'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard too
    <section className={css.lists} tabIndex={0} aria-label={t('about')}>
      <ul className={css.list}>
        {may.slice(0, named).map(({ card }) => (
          <li key={card.cardId}>
            <b>{card.ownerName}</b>
            <span>{card.kitirNumber}</span>
            <span className="num">{noteOf(card)}</span>
          </li>
        ))}
        {may.length > named && <li>{t('more', { count: may.length - named })}</li>}
      </ul>
      {left.length > 0 && (
        <>
          <p className={css.left}>
            <CircleSlash aria-hidden="true" /> {t('leftOut', { count: left.length })}
          </p>
          <ul className={css.list} data-left="true">
            {left.slice(0, named).map(({ card, refusal }) => (
              <li key={card.cardId}>
                <b>{card.ownerName}</b>
                <span>{card.kitirNumber}</span>
                <span>{refusal && <Why card={card} refusal={refusal} />}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Why({ card, refusal }: { readonly card: CardLine; readonly refusal: NonNullable<Asked['refusal']> }) {
  const { t } = useTranslation(['cards', 'common'])
  if (refusal.code === 'move-wrong-state') return t(`common:cardState.${card.state}`)
  return t(`refused.${refusal.code}`, { count: refusal.days ?? 0, now: card.ageDays ?? 0 })
}

/** `A-2-14`; null: it has none. */
export const placeText = ({ place }: Pick<CardLine, 'place'>): string | null =>
  place && `${place.rack}-${place.box}-${place.number}`
