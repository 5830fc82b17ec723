import { type RawBuilder, sql } from 'kysely'
import { type EntityName, parseRow, type RowIn } from '#shared/contract/sync/rows.ts'
import type { Db } from '../database/open-database.ts'

export interface Wanted {
  /** null: of every unit. */
  readonly scope: string | null
  /** Conditions and order are written with `field`. */
  readonly where?: RawBuilder<boolean>
  readonly order: RawBuilder<unknown>
  readonly offset: number
  readonly limit: number
}

/** A text field of a stored row, by its name. */
export const field = (name: string): RawBuilder<string | null> =>
  sql<string | null>`("row"::jsonb ->> ${sql.lit(name)})`

/** One page of the living rows of one kind over all units or in one, and how many there are in all. */
export async function storedRows<E extends EntityName>(
  db: Db,
  entity: E,
  { scope, where, order, offset, limit }: Wanted,
): Promise<{ total: number; rows: RowIn<E>[] }> {
  const inScope = scope === null ? sql`true` : sql`scope = ${scope}`
  const found = sql`FROM rows WHERE entity = ${sql.lit(entity)} AND "row" IS NOT NULL AND ${inScope} AND ${where ?? sql`true`}`
  const { rows: counted } = await sql<{ total: number }>`SELECT count(*) AS total ${found}`.execute(db)
  const { rows } = await sql<{
    row: string
  }>`SELECT "row" ${found} ORDER BY ${order}, id OFFSET ${offset} LIMIT ${limit}`.execute(db)
  return { total: Number(counted[0]?.total ?? 0), rows: rows.map(({ row }) => parseRow(entity, JSON.parse(row))) }
}

/** Living rows of one kind by their ids; what is not there is left out. */
export async function rowsById<E extends EntityName>(
  db: Db,
  entity: E,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RowIn<E>>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('rows')
    .select(['id', 'row'])
    .where('entity', '=', entity)
    .where('id', 'in', [...new Set(ids)])
    .where('row', 'is not', null)
    .execute()
  return new Map(found.map(({ id, row }) => [id, parseRow(entity, JSON.parse(row ?? ''))]))
}

/** How each unit is called, by its scope. */
export async function unitNames(db: Db, scopes: readonly string[]): Promise<(scope: string) => string> {
  const units = await rowsById(db, 'unit', scopes)
  return (scope) => units.get(scope)?.name ?? scope
}
