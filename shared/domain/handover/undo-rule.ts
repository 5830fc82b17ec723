import type { Outcome, Rule } from '../act/rule.ts'
import { doneBy, outcomeOf } from '../movement/card-move-rule.ts'
import { moveCard } from '../movement/move-card.ts'
import type { HandoverUndone } from './undo.ts'

/** The card is on the shelf again. Where another hand-over of it stands by now, the undoing is kept beside it and opens a case. */
export const undoRule: Rule<HandoverUndone> = {
  kind: 'fact',
  roles: ['counter', 'kelurahan', 'mobile', 'supervisor'],
  id: ({ undoId }) => undoId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ cardId }) => [{ entity: 'card', id: cardId }, { aboutCard: cardId }],
  apply: (rows, fact, seen): Outcome => {
    const { undoId: actId, cardId, handoverId, reason, place } = fact
    const handover = rows.about('handover', cardId).find(({ id }) => id === handoverId)
    const stands = handover?.standing === 'stands' || handover?.acts?.includes(actId)
    const told = { ...doneBy(fact), actId, cardId, number: null, reason, shipmentId: null, handoverId, place }
    const moved = moveCard(rows, { ...told, kind: stands ? 'undone' : 'found' }, seen)
    const outcome = outcomeOf([moved])
    // An undoing that comes again, perhaps one that clashed, says nothing about what became of the hand-over since.
    if (!handover || !stands || moved.changed.length === 0 || outcome.verdict !== 'applied') return outcome
    const row = { ...handover, standing: 'undone' as const }
    return { ...outcome, changed: [...outcome.changed, { entity: 'handover', id: row.id, row }] }
  },
}
