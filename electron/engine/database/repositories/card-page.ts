import { sql } from 'kysely'
import type { CardPage, ShelfMoments } from '../../usecases/card-views.ts'
import type { SeenCard } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { type Stretch, stretchesOf } from './card-order.ts'
import { indexed, type Sought, soughtCards } from './card-search.ts'
import { type SeenRow, seen, seenCards } from './seen-rows.ts'

/** One window of the list; its stretches lie one after another. */
export async function cardPage(db: ReadDb, page: CardPage, at: ShelfMoments): Promise<readonly SeenCard[]> {
  const sought = await soughtCards(db, page.search)
  const keys: number[] = []
  let skip = page.offset
  for (const stretch of stretchesOf(page, at)) {
    if (keys.length === page.limit) break
    const found = await keysOf(db, stretch, sought, page.limit - keys.length, skip)
    // Only what begins after this stretch needs to know how long it is.
    skip -= found.length > 0 || skip === 0 ? skip : await lengthOf(db, stretch, sought)
    keys.push(...found)
  }
  return rowsOf(db, keys)
}

const from = ({ index, where }: Stretch, sought: Sought | null) =>
  sql`${indexed(index, sought)} WHERE ${where} AND ${sought?.where ?? sql`true`}`

async function lengthOf(db: ReadDb, stretch: Stretch, sought: Sought | null): Promise<number> {
  const counted = await sql<{ n: number }>`SELECT count(*) AS n FROM ${from(stretch, sought)}`.execute(db)
  return counted.rows[0]?.n ?? 0
}

/** Only the index is walked to get there. */
async function keysOf(db: ReadDb, stretch: Stretch, sought: Sought | null, limit: number, offset: number) {
  const found = await sql<{ key: number }>`
    SELECT t.key AS key FROM ${from(stretch, sought)}
    ORDER BY ${sql.raw(stretch.order)} LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return found.rows.map(({ key }) => key)
}

async function rowsOf(db: ReadDb, keys: readonly number[]): Promise<SeenCard[]> {
  if (keys.length === 0) return []
  const found = await sql<SeenRow & { key: number }>`
    ${sql.raw(seenCards('card'))} WHERE t.key IN (${sql.join(keys)})`.execute(db)
  const byKey = new Map(found.rows.map((row) => [row.key, row]))
  return keys.flatMap((key) => byKey.get(key) ?? []).map((row) => seen<'card'>(row))
}
