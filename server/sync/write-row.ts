import { sql } from 'kysely'
import type { EntityName } from '#shared/contract/sync/rows.ts'
import type { Db } from '../database/open-database.ts'
import { keysOf } from './row-keys.ts'

export interface RowToWrite {
  readonly scope: string
  readonly entity: EntityName
  readonly id: string
  readonly row: object
}

/**
 * Writes a new version of a row and the change that tells devices of it. Only inside a transaction: the scope's number is taken under its lock and
 * held until the commit, so numbers become visible in order. A row that was in another scope leaves a tombstone there.
 */
export async function writeRow(trx: Db, { scope, entity, id, row }: RowToWrite, at: string): Promise<void> {
  const known = await trx
    .selectFrom('rows')
    .select(['scope', 'version', sql<boolean>`"row" IS NOT NULL`.as('alive')])
    .where('entity', '=', entity)
    .where('id', '=', id)
    .execute()
  let version = Math.max(0, ...known.map((one) => one.version))
  for (const elsewhere of known.filter((one) => one.alive && one.scope !== scope)) {
    version += 1
    await writeChange(trx, { scope: elsewhere.scope, entity, id, version, row: null }, at)
  }
  await writeChange(trx, { scope, entity, id, version: version + 1, row: JSON.stringify(row) }, at)
  await writeKeys(trx, { scope, entity, id, row })
  if (entity === 'staff') await writeTerm(trx, scope, id, row, at)
}

interface NewVersion {
  readonly scope: string
  readonly entity: EntityName
  readonly id: string
  readonly version: number
  readonly row: string | null
}

async function writeChange(trx: Db, change: NewVersion, at: string): Promise<void> {
  const { seq } = await trx
    .updateTable('scopes')
    .set({ seq: sql`seq + 1` })
    .where('scope', '=', change.scope)
    .returning('seq')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('changes')
    .values({ ...change, seq, changed_at: at })
    .execute()
  await trx
    .insertInto('rows')
    .values({ ...change, seq })
    .onConflict((clash) =>
      clash.columns(['scope', 'entity', 'id']).doUpdateSet({ version: change.version, seq, row: change.row }),
    )
    .execute()
}

async function writeKeys(trx: Db, { scope, entity, id, row }: RowToWrite): Promise<void> {
  const keys = [...new Set(keysOf(entity, row))]
  await trx.deleteFrom('row_keys').where('entity', '=', entity).where('id', '=', id).execute()
  if (keys.length > 0)
    await trx
      .insertInto('row_keys')
      .values(keys.map((key) => ({ key, entity, id, scope })))
      .execute()
}

/** Rights are judged as of an act's time, so what a person was allowed is kept. */
export async function writeTerm(
  trx: Db,
  scope: string,
  staff_id: string,
  row: object,
  valid_from: string,
): Promise<void> {
  const term = { active: Reflect.get(row, 'active') === true, roles: String(Reflect.get(row, 'roles') ?? '') }
  await trx
    .insertInto('staff_history')
    .values({ scope, staff_id, valid_from, ...term })
    .onConflict((clash) => clash.columns(['scope', 'staff_id', 'valid_from']).doUpdateSet(term))
    .execute()
}
