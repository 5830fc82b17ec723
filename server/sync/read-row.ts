import type { z } from 'zod'
import { type EntityName, entities } from '#shared/contract/sync/rows.ts'
import type { Db } from '../database/open-database.ts'

type RowIn<E extends EntityName> = z.output<(typeof entities)[E]>

/** The living row of this id, in whichever scope; null when there is none. Fields that this program does not know are in it too. */
export async function readRow<E extends EntityName>(db: Db, entity: E, id: string): Promise<RowIn<E> | null> {
  const found = await db
    .selectFrom('rows')
    .select('row')
    .where('entity', '=', entity)
    .where('id', '=', id)
    .where('row', 'is not', null)
    .executeTakeFirst()
  return found?.row ? parsed(entity, found.row) : null
}

/** The living rows of one kind that a key leads to, in order of their ids. */
export async function readRowsByKey<E extends EntityName>(db: Db, entity: E, key: string): Promise<RowIn<E>[]> {
  const found = await db
    .selectFrom('row_keys')
    .innerJoin('rows', (join) =>
      join
        .onRef('rows.scope', '=', 'row_keys.scope')
        .onRef('rows.entity', '=', 'row_keys.entity')
        .onRef('rows.id', '=', 'row_keys.id'),
    )
    .select('rows.row')
    .where('row_keys.key', '=', key)
    .where('row_keys.entity', '=', entity)
    .where('rows.row', 'is not', null)
    .orderBy('rows.id')
    .execute()
  return found.flatMap(({ row }) => (row === null ? [] : [parsed(entity, row)]))
}

const parsed = <E extends EntityName>(entity: E, text: string): RowIn<E> =>
  entities[entity].parse(JSON.parse(text)) as RowIn<E>
