import type { Db } from '../database/open-database.ts'
import { keysOf } from './row-keys.ts'
import { newTag, type RowToWrite, writeTerm } from './write-row.ts'

/** Below PostgreSQL's 65 535 parameters a statement. */
const atOnce = 1000

/**
 * The first rows of a scope that nobody reads yet, in the order given: one statement for many rows, where `writeRow` needs several for each. Every id
 * must be new. Leaves the scope's number at the count of rows.
 */
export async function writeNewRows(
  trx: Db,
  scope: string,
  rows: readonly RowToWrite[],
  at: (row: RowToWrite) => string,
) {
  const tag = newTag()
  for (let start = 0; start < rows.length; start += atOnce) {
    const part = rows.slice(start, start + atOnce)
    const versions = part.map(({ entity, id, row }, index) => {
      return { scope, entity, id, version: 1, seq: start + index + 1, row: JSON.stringify(row) }
    })
    const changes = versions.map((version, index) => ({ ...version, tag, changed_at: at(part[index] as RowToWrite) }))
    await trx.insertInto('rows').values(versions).execute()
    await trx.insertInto('changes').values(changes).execute()
    const keys = part.flatMap(({ entity, id, row }) =>
      [...new Set(keysOf(entity, row))].map((key) => ({ key, entity, id, scope })),
    )
    if (keys.length > 0) await trx.insertInto('row_keys').values(keys).execute()
    for (const row of part.filter(({ entity }) => entity === 'staff'))
      await writeTerm(trx, scope, row.id, row.row, at(row))
  }
  await trx.updateTable('scopes').set({ seq: rows.length, tag }).where('scope', '=', scope).execute()
}
