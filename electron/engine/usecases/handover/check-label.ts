import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { noteIfRoom } from '../note-if-room.ts'
import { readCode } from '../scan/read-code.ts'
import type { ReadSet } from '../stores.ts'

type Output = OutputOf<'handover.check-label'>

/** Whose label was scanned while the hand-over of a card is open. That another card's was, is logged. Fault: card-unknown. */
export async function checkLabel(
  deps: Deps,
  { cardId, code }: ParsedInputOf<'handover.check-label'>,
  { staff }: Who,
): Answer<Output> {
  const found = await deps.reading(async (db) => {
    const card = (await db.cards.find(cardId))?.row
    return card ? { card, label: await labelledBy(db, code) } : null
  })
  if (!found) return fail('card-unknown')
  const { card, label } = found
  if (label === null) return ok({ outcome: 'no-label' })
  const at = deps.clock.now()
  const kind = label.id === card.id ? 'label-seen' : 'label-differs'
  await noteIfRoom(deps, 'label', (tx) => tx.audit.append({ kind, subject: card.id, staffId: staff.id, at }))
  if (label.id === card.id) return ok({ outcome: 'own' })
  const { ownerName, kitirNumber } = label
  return ok({ outcome: 'other', ownerName, kitirNumber, kind: label.kind, differs: differences(card, label) })
}

/** The card that bears this label; null where the code is none of a card known here. */
export async function labelledBy(db: Pick<ReadSet, 'cards'>, code: string): Promise<Card | null> {
  const read = readCode(code)
  if (read.kind !== 'text') return null
  const found = await db.cards.byCode(read.text)
  return found.find(({ row }) => row.labelCode === read.text)?.row ?? null
}

function differences(card: Card, label: Card): Extract<Output, { outcome: 'other' }>['differs'] {
  const differs = [
    card.ownerNik === label.ownerNik ? null : ('owner' as const),
    card.kind === label.kind ? null : ('kind' as const),
    card.kitirNumber === label.kitirNumber ? null : ('kitir' as const),
  ].filter((one) => one !== null)
  return differs.length > 0 ? differs : ['card']
}
