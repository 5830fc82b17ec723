import type { EntityName } from '#shared/contract/sync/rows.ts'
import { insertMany } from '../database/insert-many.ts'
import type { Db } from '../database/open-database.ts'
import { runInParts } from './in-parts.ts'
import { keysOf } from './row-keys.ts'

interface Keyed {
  readonly scope: string
  readonly entity: EntityName
  readonly id: string
  readonly row: object
}

/**
 * Keeps the texts by which rows are found as the rows are now. Nearly every new version has the keys of the one before: then nothing is written, and the
 * index does not fill with dead entries.
 */
export async function writeKeys<T extends Keyed>(
  trx: Db,
  rows: readonly T[],
  before: (row: T) => { readonly scope: string; readonly row: string | null } | null,
): Promise<void> {
  const stale: Keyed[] = []
  const missing: Keyed[] = []
  for (const row of rows) {
    const earlier = before(row)
    if (
      earlier &&
      earlier.scope === row.scope &&
      keysIn(row.entity, earlier.row) === textOf(keysOf(row.entity, row.row))
    )
      continue
    if (earlier) stale.push(row)
    missing.push(row)
  }
  for (const { entity, id } of stale)
    await trx.deleteFrom('row_keys').where('entity', '=', entity).where('id', '=', id).execute()
  const keys = missing.flatMap(({ scope, entity, id, row }) =>
    [...new Set(keysOf(entity, row))].map((key) => ({ key, entity, id, scope })),
  )
  await runInParts(keys, (part) => insertMany(trx, 'row_keys', part))
}

const textOf = (keys: readonly string[]) => JSON.stringify(keys)
const keysIn = (entity: EntityName, row: string | null) => textOf(keysOf(entity, JSON.parse(row ?? '{}')))
