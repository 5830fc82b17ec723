import { CircleCheck } from 'lucide-react'
import { createElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import type { MoveKind } from '#shared/contract/engine/stock.ts'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'

type Place = InputOf<'card.move'>['cards'][number]['place']
export type Asked = OutputOf<'card.may-move'>['cards'][number]

/** What a trip takes out is recorded with the trip. */
type ShelfMove = Exclude<MoveKind, 'carried-out' | 'carried-back'>

interface ToMove {
  readonly reason?: string
  readonly signature?: string | null
  readonly placeOf?: (cardId: string) => Place
}

/** Which of the cards may be moved so as they stand now, and the one act that moves those. */
export function useMove(kind: ShelfMove, cards: readonly CardLine[], onMoved: (of: OutputOf<'card.move'>) => void) {
  const { t } = useTranslation('cards')
  const cardIds = cards.map(({ cardId }) => cardId)
  const asked = useEngineQuery('card.may-move', { kind, cardIds }, { keepPrevious: true })
  const may = asked.data?.cards.filter(({ refusal }) => refusal === null) ?? []
  const left = asked.data?.cards.filter(({ refusal }) => refusal !== null) ?? []
  const { confirm, pending, fault } = useConfirm('card.move', (done) => {
    const text = done.number ?? ''
    showToast({ title: t(`done.${kind}`, { count: done.moved }), text, icon: createElement(CircleCheck) })
    onMoved(done)
  })
  const move = ({ reason = '', signature = null, placeOf = () => null }: ToMove) =>
    confirm({
      kind,
      cards: may.map(({ card: { cardId } }) => ({ cardId, place: placeOf(cardId) })),
      reason,
      signature,
    })
  return { asked, may, left, nextNumber: asked.data?.nextNumber ?? null, move, pending, fault }
}
