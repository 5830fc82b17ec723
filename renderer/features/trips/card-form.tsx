import { CreditCard } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import { useAct } from '../../app/use-act.ts'
import { AddCards } from '../../ui/add-cards.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { useOpenCard } from './done-items.tsx'
import css from './trips.module.css'

interface CardFormProps {
  readonly visit: VisitDetail
  readonly tripId: string
  readonly onClose: () => void
}

/** Which card is for this person: scanned, or found by the NIK. The hand-over itself is the counter's own. */
export function CardForm({ visit, tripId, onClose }: CardFormProps) {
  const { t } = useTranslation('trips')
  const { visitId } = visit.line
  const openCard = useOpenCard(tripId, visitId)
  const field = useRef<HTMLInputElement>(null)
  const { act, fault } = useAct('visit.change', (_, asked) => {
    onClose()
    const [card] = asked.add
    if (card) openCard(card.ref)
  })
  const choose = (cardId: string) =>
    void act({ visitId, step: 'serving', set: {}, add: [{ kind: 'card', ref: cardId, text: '' }], strike: [] })
  const named = visit.items.filter(({ kind }) => kind === 'card')
  return (
    <div className={css.form}>
      <p>{t('site.cardText')}</p>
      <AddCards
        id="visit-card"
        autoFocus
        ref={field}
        known={named.map(({ ref }) => ({ cardId: ref }))}
        onCards={([first]) => first && choose(first)}
      />
      {visit.cardsWaiting.length > 0 && <h3>{t('site.known')}</h3>}
      {visit.cardsWaiting.map(({ cardId, ownerName, kitirNumber }) => (
        <KeyButton key={cardId} icon={<CreditCard />} onClick={() => choose(cardId)}>
          {ownerName}, {kitirNumber}
        </KeyButton>
      ))}
      {fault && <FaultLine fault={fault} />}
    </div>
  )
}
