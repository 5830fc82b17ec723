import { sql } from 'kysely'
import { type Act, subjectsOf } from '#shared/domain/act/acts.ts'
import type { RowRef } from '#shared/domain/act/row-types.ts'
import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'
import { cardIdOf } from './card-id-of.ts'
import { scopesStruck } from './incident-copies.ts'
import { readRow } from './read-row.ts'
import { isStorable } from './storable.ts'
import type { ProvenCommand } from './verify-command.ts'

/** All scopes that the commands can touch, in code order: no two batches can wait for each other in a ring. Returns them. */
export async function lockScopes(
  trx: Db,
  device: Device,
  commands: readonly ProvenCommand[],
): Promise<ReadonlySet<string>> {
  if (commands.length === 0) return new Set()
  const refs = commands.flatMap(refsOf).filter(({ id }) => isStorable(id))
  const held = refs.length === 0 ? [] : await scopesOfRows(trx, refs)
  const named = commands.map(({ envelope }) => envelope.scope).filter(isStorable)
  const struck = await scopesStruckBy(trx, commands)
  const scopes = new Set([device.homeScope, ...named, ...held, ...struck])
  await lockInOrder(trx, [...scopes])
  await lockClaims(trx, refs)
  return scopes
}

/** One after the other, so that each is locked where it lies, in a database that is spread over several machines too. */
export async function lockInOrder(trx: Db, scopes: readonly string[]): Promise<void> {
  for (const scope of [...new Set(scopes)].sort())
    await trx.selectFrom('scopes').select('scope').where('scope', '=', scope).forUpdate().execute()
}

/** Where copies and claims of the incidents lie that these commands are about, in the units that they name or in all; and where a thread goes. */
async function scopesStruckBy(trx: Db, commands: readonly ProvenCommand[]): Promise<readonly string[]> {
  const struck: string[] = []
  for (const { act } of commands) {
    const units = await unitsStruckBy(trx, act)
    if (units === null) return scopesStruck(trx)
    struck.push(...units.filter(isStorable))
  }
  return struck
}

/** null: all. The units of an incident never change; one that is not known yet is registered in the same batch, or refused. */
async function unitsStruckBy(trx: Db, act: Act | null): Promise<readonly string[] | null> {
  switch (act?.type) {
    case 'incident.register':
      return act.payload.units
    case 'incident.end':
    case 'incident.withdraw': {
      const { incidentId } = act.payload
      const incident = isStorable(incidentId) ? await readRow(trx, 'incident', incidentId) : null
      return incident ? incident.units : []
    }
    case 'question.transfer':
      return [act.payload.to]
    default:
      return []
  }
}

/** Two units that claim an application which nobody knows share no scope: they meet here, so that it has one claim all the same. */
async function lockClaims(trx: Db, refs: readonly RowRef[]): Promise<void> {
  const claims = refs.flatMap(({ entity, id }) => (entity === 'claim' ? [id] : []))
  for (const id of [...new Set(claims)].sort())
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(trx)
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
