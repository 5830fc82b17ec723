import { subjectsOf } from '#shared/domain/act/acts.ts'
import type { RowRef } from '#shared/domain/act/row-types.ts'
import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'
import { cardIdOf } from './card-id-of.ts'
import { isStorable } from './storable.ts'
import type { ProvenCommand } from './verify-command.ts'

/** All scopes that the commands can touch, in code order: no two batches can wait for each other in a ring. */
export async function lockScopes(trx: Db, device: Device, commands: readonly ProvenCommand[]): Promise<void> {
  if (commands.length === 0) return
  const refs = commands.flatMap(refsOf).filter(({ id }) => isStorable(id))
  const held = refs.length === 0 ? [] : await scopesOfRows(trx, refs)
  const named = commands.map(({ envelope }) => envelope.scope).filter(isStorable)
  const scopes = [...new Set([device.homeScope, ...named, ...held])]
  await trx.selectFrom('scopes').select('scope').where('scope', 'in', scopes).orderBy('scope').forUpdate().execute()
}

/** What a command is about; of one that cannot be read, the card at best. */
function refsOf({ act, pushed }: ProvenCommand): readonly RowRef[] {
  if (act !== null) return subjectsOf(act)
  const cardId = cardIdOf(pushed.payload)
  return cardId === null ? [] : [{ entity: 'card', id: cardId }]
}

async function scopesOfRows(trx: Db, refs: readonly RowRef[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('rows')
    .select('scope')
    .distinct()
    .where('entity', 'in', [...new Set(refs.map(({ entity }) => entity))])
    .where('id', 'in', [...new Set(refs.map(({ id }) => id))])
    .execute()
  return rows.map((row) => row.scope)
}
