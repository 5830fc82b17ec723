import { randomUUID } from 'node:crypto'
import type { Case } from '#shared/domain/handover/handover.ts'
import type { Db } from '../database/open-database.ts'
import type { Acceptance } from './acceptance.ts'
import { cardIdOf } from './card-id-of.ts'
import type { ProvenCommand } from './verify-command.ts'
import { writeRow } from './write-row.ts'

/**
 * A case about the card of a fact that could not be followed: nothing is known of it but, at best, which card. Null when it names none. The card's own
 * row is not read: it may be what cannot be.
 */
export async function openCase(acceptance: Acceptance, command: ProvenCommand): Promise<Case | null> {
  const cardId = cardIdOf(command.pushed.payload)
  if (cardId === null) return null
  const { trx, at } = acceptance
  const scope = (await scopeOfCard(trx, cardId)) ?? claimedScope(acceptance, command)
  const id = randomUUID()
  const kind = command.envelope.type === 'handover.record' ? 'flagged-hand-over' : 'flagged-movement'
  const file: Case = { id, scope, kind, cardId, handoverIds: [], state: 'open', openedAt: at }
  await writeRow(trx, { scope, entity: 'case', id, row: file }, at)
  return file
}

/** Where a fact about a card that nobody knows is kept: where the device said, if it may write there. */
export const claimedScope = ({ device }: Acceptance, { envelope }: ProvenCommand): string =>
  device.scopes.includes(envelope.scope) ? envelope.scope : device.homeScope

async function scopeOfCard(trx: Db, cardId: string): Promise<string | null> {
  const found = await trx
    .selectFrom('rows')
    .select('scope')
    .where('entity', '=', 'card')
    .where('id', '=', cardId)
    .where('row', 'is not', null)
    .executeTakeFirst()
  return found?.scope ?? null
}
