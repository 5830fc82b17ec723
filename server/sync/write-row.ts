import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { EntityName } from '#shared/contract/sync/rows.ts'
import { insertMany } from '../database/insert-many.ts'
import type { Db } from '../database/open-database.ts'
import { runInParts } from './in-parts.ts'
import { nameOf, type Place, readPlaces } from './read-row.ts'
import { writeKeys } from './write-keys.ts'

export interface RowToWrite {
  readonly scope: string
  readonly entity: EntityName
  readonly id: string
  readonly row: object
}

/**
 * Writes a new version of each row and the changes that tell devices of them. Only inside a transaction: a scope's numbers are taken under its lock and
 * held until the commit, so they become visible in order. A row that was in another scope leaves a tombstone there. Of a row that is given twice the
 * last state counts. However many rows: four or five statements, and two for each scope. `known`: where rows are or were, of those of which the caller has read
 * it under the locks of all these scopes.
 */
export async function writeRows(
  trx: Db,
  given: readonly RowToWrite[],
  at: string,
  known: ReadonlyMap<string, readonly Place[]> = new Map(),
): Promise<void> {
  const rows = [...new Map(given.map((row) => [nameOf(row), row])).values()]
  if (rows.length === 0) return
  const asked = await readPlaces(
    trx,
    rows.filter((row) => !known.has(nameOf(row))),
  )
  const places = new Map([...known, ...asked])
  const versions = rows.flatMap((row) => nextVersions(row, places.get(nameOf(row)) ?? []))
  // In code order, as the scopes were locked.
  for (const scope of [...new Set(versions.map((one) => one.scope))].sort())
    await writeVersions(
      trx,
      scope,
      versions.filter((one) => one.scope === scope),
      at,
    )
  await writeKeys(trx, rows, (row) => places.get(nameOf(row))?.find(({ row: before }) => before !== null) ?? null)
  for (const { scope, entity, id, row } of rows) {
    if (entity !== 'staff') continue
    await writeTerm(trx, scope, id, row, at)
    // Whoever went to another unit may do nothing any more in the one before.
    const left = (places.get(`${entity}/${id}`) ?? []).filter((one) => one.row !== null && one.scope !== scope)
    for (const one of left) await writeTerm(trx, one.scope, id, {}, at)
  }
}

/** One row: see `writeRows`. */
export const writeRow = (trx: Db, row: RowToWrite, at: string): Promise<void> => writeRows(trx, [row], at)

interface NewVersion {
  readonly scope: string
  readonly entity: EntityName
  readonly id: string
  readonly version: number
  readonly row: string | null
}

/** Tombstones where it was alive, then the row where it is. */
function nextVersions({ scope, entity, id, row }: RowToWrite, places: readonly Place[]): NewVersion[] {
  let version = Math.max(0, ...places.map((one) => one.version))
  const elsewhere = places.filter((one) => one.row !== null && one.scope !== scope)
  const left = elsewhere.map((one) => ({ scope: one.scope, entity, id, version: ++version, row: null }))
  return [...left, { scope, entity, id, version: version + 1, row: JSON.stringify(row) }]
}

/** Of one scope, each row once. The scope's numbers are theirs in the order given. */
async function writeVersions(trx: Db, scope: string, versions: readonly NewVersion[], at: string): Promise<void> {
  const tag = newTag()
  const { seq: last } = await trx
    .updateTable('scopes')
    .set({ seq: sql`seq + ${versions.length}`, tag })
    .where('scope', '=', scope)
    .returning('seq')
    .executeTakeFirstOrThrow()
  const numbered = versions.map((version, index) => ({ ...version, seq: last - versions.length + 1 + index }))
  const changes = numbered.map((one) => ({ ...one, changed_at: at, tag }))
  await runInParts(changes, (part) => insertMany(trx, 'changes', part))
  await runInParts(numbered, (part) => insertMany(trx, 'rows', part, takenOver))
}

/** Of what is written together. By chance, so that no other history has it: a cursor that names it was made after this very writing. */
export const newTag = (): string => randomBytes(6).toString('base64url')

const takenOver = `on conflict ("scope", "entity", "id")
  do update set "version" = excluded."version", "seq" = excluded."seq", "row" = excluded."row"`

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
