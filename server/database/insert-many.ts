import { CompiledQuery, type Insertable } from 'kysely'
import type { Db } from './open-database.ts'
import type { Tables } from './tables.ts'

/**
 * INSERT of many rows in one statement, written out: Kysely makes an object of every value, which costs more than the sending. All rows have the columns of
 * the first. `clash`: an ON CONFLICT clause.
 */
export async function insertMany<T extends keyof Tables & string>(
  trx: Db,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
  clash = '',
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const places = rows.map((_, row) => `(${columns.map((__, at) => `$${row * columns.length + at + 1}`).join(', ')})`)
  const named = columns.map((column) => `"${column}"`).join(', ')
  const sql = `insert into "${table}" (${named}) values ${places.join(', ')} ${clash}`
  await trx.executeQuery(
    CompiledQuery.raw(
      sql.trimEnd(),
      rows.flatMap((row) => columns.map((column) => Reflect.get(row, column))),
    ),
  )
}
