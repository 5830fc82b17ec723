import { type EntityName, parseRow, type RowIn } from '#shared/contract/sync/rows.ts'
import type { RowChange } from '#shared/domain/act/row-set.ts'
import type { RowRef } from '#shared/domain/act/row-types.ts'
import type { Db } from '../database/open-database.ts'
import { inParts } from './in-parts.ts'
import { kitirKey } from './row-keys.ts'

/** The living row of this id, in whichever scope; null when there is none. Fields that this program does not know are in it too. */
export async function readRow<E extends EntityName>(db: Db, entity: E, id: string): Promise<RowIn<E> | null> {
  const found = await db
    .selectFrom('rows')
    .select('row')
    .where('entity', '=', entity)
    .where('id', '=', id)
    .where('row', 'is not', null)
    .executeTakeFirst()
  return found?.row ? parseRow(entity, JSON.parse(found.row)) : null
}

/** Every living row of one kind, in order of scope and id; `scopes` null: of the whole city. For kinds of which there are few. */
export async function readRowsOf<E extends EntityName>(
  db: Db,
  entity: E,
  scopes: readonly string[] | null = null,
): Promise<RowIn<E>[]> {
  if (scopes?.length === 0) return []
  const found = await db
    .selectFrom('rows')
    .select('row')
    .where('entity', '=', entity)
    .where('row', 'is not', null)
    .$if(scopes !== null, (query) => query.where('scope', 'in', scopes ?? []))
    .orderBy('scope')
    .orderBy('id')
    .execute()
  return found.flatMap(({ row }) => (row === null ? [] : [parseRow(entity, JSON.parse(row))]))
}

/** Where a row is or was; `row` null: its tombstone. */
export interface Place {
  readonly scope: string
  readonly version: number
  readonly row: string | null
}

type Named = { readonly entity: string; readonly id: string }

export const nameOf = ({ entity, id }: Named) => `${entity}/${id}`

/** Of each row by its name, whichever scopes it was ever in. */
export async function readPlaces(db: Db, refs: readonly Named[]): Promise<ReadonlyMap<string, readonly Place[]>> {
  const found = await inParts(refs, (part) =>
    db
      .selectFrom('rows')
      .select(['entity', 'id', 'scope', 'version', 'row'])
      .where('entity', 'in', [...new Set(part.map(({ entity }) => entity))])
      .where('id', 'in', [...new Set(part.map(({ id }) => id))])
      .execute(),
  )
  return Map.groupBy(found, nameOf)
}

/** The living rows of these names, in whichever scopes; what is not there is left out. */
export async function readRows(db: Db, refs: readonly RowRef[]): Promise<Found[]> {
  const found = await inParts(refs, (part) =>
    db
      .selectFrom('rows')
      .select(['entity', 'id', 'row'])
      .where('entity', 'in', [...new Set(part.map(({ entity }) => entity))])
      .where('id', 'in', [...new Set(part.map(({ id }) => id))])
      .where('row', 'is not', null)
      .execute(),
  )
  const wanted = new Set(refs.map(({ entity, id }) => `${entity}/${id}`))
  return found.filter(({ entity, id }) => wanted.has(`${entity}/${id}`)).map(parsed)
}

/** The living rows of some kinds that any of these keys leads to, in order of their ids. */
export async function readRowsByKeys(
  db: Db,
  entities: readonly EntityName[],
  keys: readonly string[],
): Promise<Found[]> {
  const found = await inParts(keys, (part) =>
    db
      .selectFrom('row_keys')
      .innerJoin('rows', (join) =>
        join
          .onRef('rows.scope', '=', 'row_keys.scope')
          .onRef('rows.entity', '=', 'row_keys.entity')
          .onRef('rows.id', '=', 'row_keys.id'),
      )
      .select(['rows.entity', 'rows.id', 'rows.row'])
      .distinct()
      .where('row_keys.key', 'in', part)
      .where('row_keys.entity', 'in', entities)
      .where('rows.row', 'is not', null)
      .orderBy('rows.id')
      .execute(),
  )
  return found.map(parsed)
}

/** A row of any kind, as a set of rows takes it. */
type Found = RowChange

/** A row as it is stored, not a tombstone. */
export const parsed = ({ entity, id, row }: { entity: string; id: string; row: string | null }) => {
  const kind = entity as EntityName
  return { entity: kind, id, row: parseRow(kind, JSON.parse(row ?? '')) } as Found
}

/** The living rows of one kind that a key leads to, in order of their ids. */
export async function readRowsByKey<E extends EntityName>(db: Db, entity: E, key: string): Promise<RowIn<E>[]> {
  return (await readRowsByKeys(db, [entity], [key])).map(({ row }) => row as RowIn<E>)
}

/** By the text of a code or, where none has it, by a kitir number however it is typed. */
export async function readRowsByEitherKey<E extends EntityName>(db: Db, entity: E, code: string): Promise<RowIn<E>[]> {
  const rows = await readRowsByKey(db, entity, code)
  return rows.length > 0 ? rows : readRowsByKey(db, entity, kitirKey(code))
}
