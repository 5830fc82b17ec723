import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { mayUndo } from './may-undo.ts'

/** What it takes to undo a hand-over now. Fault: handover-unknown. */
export async function readUndoTerms(
  deps: Deps,
  { handoverId }: { handoverId: string },
  who: Who,
): Answer<OutputOf<'handover.undo-terms'>> {
  return deps.reading(async (db) => {
    const handover = await db.handovers.find(handoverId)
    if (!handover) return fail('handover-unknown')
    const card = await db.cards.find(handover.row.cardId)
    const place = card?.row.place ?? null
    const may = await mayUndo(deps, db, handoverId, who, null)
    return ok({
      terms: may.ok ? 'alone' : may.refusal.code === 'undo-needs-supervisor' ? 'with-supervisor' : 'no',
      place: place && { rack: place.rack, box: place.box, number: place.number },
    })
  })
}
