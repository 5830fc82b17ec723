import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'
import { cardIdOf } from './card-id-of.ts'
import { isStorable } from './storable.ts'
import type { ProvenCommand } from './verify-command.ts'

/** All scopes that the commands can touch, in code order: no two batches can wait for each other in a ring. */
export async function lockScopes(trx: Db, device: Device, commands: readonly ProvenCommand[]): Promise<void> {
  if (commands.length === 0) return
  const cardIds = commands.flatMap(({ pushed }) => cardIdOf(pushed.payload) ?? [])
  const held = cardIds.length === 0 ? [] : await scopesOfCards(trx, cardIds)
  const named = commands.map(({ envelope }) => envelope.scope).filter(isStorable)
  const scopes = [...new Set([device.homeScope, ...named, ...held])]
  await trx.selectFrom('scopes').select('scope').where('scope', 'in', scopes).orderBy('scope').forUpdate().execute()
}

async function scopesOfCards(trx: Db, cardIds: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('rows')
    .select('scope')
    .where('entity', '=', 'card')
    .where('id', 'in', cardIds)
    .execute()
  return rows.map((row) => row.scope)
}
