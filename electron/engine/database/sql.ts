import type { ReadDb } from './handles.ts'
import type { Schema } from './schema.ts'

type Value = string | number | null

/** For the statements every hand-over runs: written out, so that Kysely has nothing to compile. `Row` names the selected columns. */
export async function rows<Row>(db: ReadDb, sql: string, ...values: readonly Value[]): Promise<Row[]> {
  return db.direct(sql, values) as Row[]
}

export async function firstRow<Row>(db: ReadDb, sql: string, ...values: readonly Value[]): Promise<Row | null> {
  return (await rows<Row>(db, sql, ...values))[0] ?? null
}

export async function run(db: ReadDb, sql: string, ...values: readonly Value[]): Promise<void> {
  db.direct(sql, values)
}

/** `how`: INSERT fails on a row that is there, INSERT OR REPLACE puts it in its place. Columns are the names of `values`. */
export async function insertRow(
  db: ReadDb,
  table: keyof Schema,
  values: Readonly<Record<string, Value>>,
  how: 'INSERT' | 'INSERT OR REPLACE' = 'INSERT',
): Promise<void> {
  const columns = Object.keys(values)
  const sql = `${how} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  await run(db, sql, ...Object.values(values))
}
