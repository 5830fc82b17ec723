import { TriangleAlert } from 'lucide-react'
import { useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { Fields, TextField } from '../../ui/text-field.tsx'
import css from './move-form.module.css'
import { MoveForm } from './move-form.tsx'
import { MovingCards, placeText } from './moving-cards.tsx'
import type { StockFormProps } from './stock-form-props.ts'
import { useMove } from './use-move.ts'

type Place = NonNullable<InputOf<'card.propose-places'>['start']>
type Proposed = OutputOf<'card.propose-places'>

/** Pindah tempat: the first card goes where it is said, the others beside it. */
export function StoreForm({ cards, onDone }: StockFormProps) {
  const { t } = useTranslation('cards')
  const move = useMove('stored', cards, onDone)
  const [typed, setTyped] = useState<Place | null>(null)
  const cardIds = move.may.map(({ card }) => card.cardId)
  const places = usePlaces(cardIds, typed)
  useProposalTypedOver(typed === null && places !== undefined)
  const first = typed ?? places?.places[0]?.place ?? { rack: '', box: '', number: '' }
  const whole = Object.values(first).every((part) => part.trim() !== '')
  const placeOf = (cardId: string) => places?.places.find((one) => one.cardId === cardId)?.place ?? null
  const everyone = cardIds.length > 0 && cardIds.every((cardId) => placeOf(cardId) !== null)
  return (
    <MoveForm
      move={move}
      action={t('act.stored')}
      ready={whole && everyone}
      onSubmit={() => void move.move({ placeOf })}
    >
      <p className={css.lead}>{t('store.lead', { count: cardIds.length })}</p>
      <div className={css.part}>
        <Fields columns={3}>
          {(['rack', 'box', 'number'] as const).map((part) => (
            <TextField
              key={part}
              id={`store-${part}`}
              label={t(`store.${part}`)}
              value={first[part]}
              max={20}
              autoFocus={part === 'rack'}
              onChange={(word) => setTyped({ ...first, [part]: word })}
            />
          ))}
        </Fields>
        {places?.taken.map(({ ownerName }) => (
          <p key={ownerName} className={css.warn} role="status">
            <TriangleAlert aria-hidden="true" /> {t('store.taken', { name: ownerName })}
          </p>
        ))}
        {whole && places && !everyone && (
          <p className={css.warn} role="status">
            <TriangleAlert aria-hidden="true" /> {t('store.full')}
          </p>
        )}
      </div>
      <MovingCards
        may={move.may}
        left={move.left}
        note={(card) => `${placeText(card) ?? t('noPlace')} → ${placeText({ place: placeOf(card.cardId) }) ?? '…'}`}
      />
    </MoveForm>
  )
}

/** A proposal that comes when the focus is in its field already is typed over, as one that stood there before would be. */
function useProposalTypedOver(proposed: boolean): void {
  useEffect(() => {
    const { activeElement } = document
    if (proposed && activeElement instanceof HTMLInputElement) activeElement.select()
  }, [proposed])
}

/** Where each would lie; while somebody types a place that is not whole, nothing is proposed. */
function usePlaces(cardIds: readonly string[], typed: Place | null): Proposed | undefined {
  const start = useDeferredValue(typed && trimmed(typed))
  const whole = start === null || Object.values(start).every((part) => part !== '')
  const asked = useEngineQuery(
    'card.propose-places',
    { cardIds: [...cardIds], start },
    { enabled: whole && cardIds.length > 0, keepPrevious: true },
  )
  return whole ? asked.data : undefined
}

const trimmed = ({ rack, box, number }: Place): Place => ({ rack: rack.trim(), box: box.trim(), number: number.trim() })
