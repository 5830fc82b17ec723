import type { RowChange, RowSet } from '../act/row-set.ts'
import type { Card } from '../card/card.ts'
import type { HandoverFact } from '../handover/handover.ts'

/** The line of the old card that a hand-over brought; none where nothing was withdrawn, or where the line is there already. */
export function withdrawnBy(rows: RowSet, fact: HandoverFact, card: Card | null, scope: string): readonly RowChange[] {
  const { handoverId: id, oldCard } = fact
  if (oldCard.kind !== 'withdrawn' || rows.get('old-card', id)) return []
  const row = {
    id,
    scope,
    cardId: fact.cardId,
    cardKind: card?.kind ?? null,
    ownerName: card?.ownerName ?? null,
    ownerNik: card?.ownerNik ?? null,
    receiptNumber: fact.receiptNumber,
    drawer: oldCard.drawer,
    withdrawnAt: fact.at,
    state: 'held',
    closing: null,
  } as const
  return [{ entity: 'old-card', id, row }]
}

/** The hand-over was undone: the citizen has the old card again, unless it is gone. */
export function givenBack(rows: RowSet, handoverId: string): readonly RowChange[] {
  const row = rows.get('old-card', handoverId)
  return row?.state === 'held' ? [{ entity: 'old-card', id: row.id, row: { ...row, state: 'given-back' } }] : []
}
