import { randomUUID } from 'node:crypto'
import type { Case } from '#shared/domain/handover/handover.ts'
import type { Db } from '../database/open-database.ts'
import type { Acceptance } from './acceptance.ts'
import { cardIdOf } from './card-id-of.ts'
import { isStorable } from './storable.ts'
import type { ProvenCommand } from './verify-command.ts'

/**
 * A case about a fact that could not be followed, or that nothing here belongs to: which act it was and, at best, which card. The card's own row is not read:
 * it may be what cannot be. Throws when the centre cannot keep it either.
 */
export async function openCase(acceptance: Acceptance, command: ProvenCommand, code: string): Promise<Case> {
  const cardId = cardIdOf(command.pushed.payload)
  const { trx, rows, at } = acceptance
  const scope = (cardId && (await scopeOfCard(trx, cardId))) || claimedScope(acceptance, command)
  const id = randomUUID()
  const kind = kindOf(command.envelope.type, cardId)
  const fact = factIn(command, code)
  const file: Case = { id, scope, kind, cardId, handoverIds: [], state: 'open', openedAt: at, fact }
  await rows.write([{ scope, entity: 'case', id, row: file }])
  return file
}

const kindOf = (type: string, cardId: string | null): Case['kind'] => {
  if (cardId === null) return 'flagged-fact'
  return type === 'handover.record' ? 'flagged-hand-over' : 'flagged-movement'
}

/** What the envelope tells. Nothing that a database could not keep, however odd it is. */
const factIn = ({ envelope: { id, type, at, staffId } }: ProvenCommand, code: string): NonNullable<Case['fact']> => ({
  commandId: id,
  type: kept(type),
  at,
  staffId: kept(staffId),
  code,
})

const longest = 64
const kept = (text: string) => (isStorable(text) ? text.slice(0, longest) : '?')

/** Where a fact is kept that is about no card that is known: where the device said, if it may write there. */
const claimedScope = ({ device }: Acceptance, { envelope }: ProvenCommand): string =>
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
