import type { RowChange, RowSet } from '../act/row-set.ts'
import type { Outcome, Rule } from '../act/rule.ts'
import { doneBy, outcomeOf } from '../movement/card-move-rule.ts'
import { moveCard, type WayBack } from '../movement/move-card.ts'
import { givenBack } from '../old-card/withdraw.ts'
import { shelfNote } from './apply-hand-over.ts'
import type { Handover } from './handover.ts'
import { type HandoverUndone, isOut } from './undo.ts'

/** The card is on the shelf again. Where another hand-over of it stands by now, the undoing is kept beside it and opens a case. */
export const undoRule: Rule<HandoverUndone> = {
  kind: 'fact',
  id: ({ undoId }) => undoId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ cardId, handoverId }) => [
    { entity: 'card', id: cardId },
    { aboutCard: cardId },
    { entity: 'handover', id: handoverId },
    { entity: 'old-card', id: handoverId },
  ],
  apply: (rows, fact, seen): Outcome => {
    const { undoId: actId, cardId, handoverId, reason, place } = fact
    const handover = rows.about('handover', cardId).find(({ id }) => id === handoverId)
    const given = (handover && isOut(handover, rows.get('card', cardId))) || handover?.acts?.includes(actId)
    const told = { ...doneBy(fact), actId, cardId, number: null, reason, shipmentId: null, handoverId, place }
    const way =
      handover && given ? ({ kind: 'undone', back: wayBack(rows, handover) } as const) : ({ kind: 'found' } as const)
    const moved = moveCard(rows, { ...told, ...way }, seen)
    const outcome = outcomeOf([moved])
    // An undoing that comes again, perhaps one that clashed, says nothing about what became of the hand-over since.
    const happened = moved.changed.length > 0 || handover?.acts?.includes(actId)
    if (!handover || !given || !happened || outcome.verdict !== 'applied') return outcome
    const row = { ...handover, standing: 'undone' as const }
    const undone: RowChange = { entity: 'handover', id: row.id, row }
    return { ...outcome, changed: [...outcome.changed, undone, ...givenBack(rows, handoverId)] }
  },
}

/** The card lies again where it was taken from. While its second copy is with a citizen it is still given, and what came back is one too many. */
function wayBack(rows: RowSet, handover: Handover): WayBack {
  const other = rows
    .about('handover', handover.cardId)
    .find((one) => one.id !== handover.id && one.standing === 'stands')
  if (other) return { state: 'handed-over', handedOver: shelfNote(other) }
  const { from, carriedBy } = handover
  if (from === 'with-team') return { state: 'with-team', handedOver: null, carriedBy: carriedBy ?? null }
  return { state: from === 'damaged' ? 'damaged' : 'ready', handedOver: null }
}
