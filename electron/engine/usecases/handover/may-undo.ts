import type { Fault } from '#shared/contract/errors.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Handover, Override } from '#shared/domain/handover/handover.ts'
import { decideUndo } from '#shared/domain/handover/undo.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'

interface Undoable {
  readonly card: Card
  readonly handover: Handover
}

/** May this person take the card of this hand-over back now? Faults: handover-unknown, card-unknown and those of the rule. */
export async function mayUndo(
  deps: Deps,
  db: Pick<ReadSet, 'handovers' | 'cards' | 'settings'>,
  handoverId: string,
  { staff }: Who,
  override: Override | null,
): Promise<Result<Undoable, Fault>> {
  const handover = await db.handovers.find(handoverId)
  if (!handover) return fail('handover-unknown')
  const card = await db.cards.find(handover.row.cardId)
  if (!card) return fail('card-unknown')
  // Only the desk that recorded it knows all of it; the centre would get the undoing first.
  if (handover.centre === 'neighbour') return fail('told-by-neighbour', { deviceCode: handover.row.deviceCode })
  const attempt = { staffId: staff.id, roles: staff.roles, override, now: deps.clock.now() }
  const refused = decideUndo(card.row, handover.row, attempt, await db.settings.region())
  if (refused === 'nothing-to-undo') return fail(refused)
  // What would clash at the centre becomes a case there.
  if (card.centre === 'case' || card.centre === 'will-clash') return fail('case-open')
  return refused ? fail(refused) : ok({ card: card.row, handover: handover.row })
}
