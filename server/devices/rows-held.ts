import { sql } from 'kysely'
import type { Db } from '../database/open-database.ts'
import { type KindOfPersons, kindsOfPersons } from './persons-in.ts'

export interface HeldRow {
  readonly kind: KindOfPersons
  readonly row: unknown
}

/** How long after its last sign of life a device may still have been given rows: two of its intervals. */
const stillGivenSeconds = 600

/**
 * What lay on a device when it was last heard of: the rows of its scopes, without those that came into them later, and with those that left since (as they
 * are now, wherever that is). What was changed over 30 days ago is folded; such a row counts as held: rather one person too many than one too few.
 */
export async function* rowsHeld(
  db: Db,
  scopes: readonly string[],
  lastContactAt: string | null,
): AsyncGenerator<HeldRow> {
  const until = lastContactAt && new Date(Date.parse(lastContactAt) + stillGivenSeconds * 1000).toISOString()
  const { came, went } = until === null ? nothing : await sinceThen(db, scopes, until)
  for (const kind of kindsOfPersons) {
    for await (const { id, row } of rowsOf(db, scopes, kind)) if (!came.has(`${kind}/${id}`)) yield { kind, row }
    const left = [...went].flatMap((key) => (key.startsWith(`${kind}/`) ? [key.slice(kind.length + 1)] : []))
    for (const row of await rowsElsewhere(db, kind, left)) yield { kind, row }
  }
}

const nothing = { came: new Set<string>(), went: new Set<string>() }
const atOnce = 1000

async function* rowsOf(db: Db, scopes: readonly string[], kind: string) {
  for (const scope of scopes) {
    for (let after = ''; ; ) {
      const page = await db
        .selectFrom('rows')
        .select(['id', 'row'])
        .where('scope', '=', scope)
        .where('entity', '=', kind)
        .where('id', '>', after)
        .where('row', 'is not', null)
        .orderBy('id')
        .limit(atOnce)
        .execute()
      for (const { id, row } of page) yield { id, row: JSON.parse(String(row)) as unknown }
      const last = page.at(-1)
      if (page.length < atOnce || !last) break
      after = last.id
    }
  }
}

/** Ids (`kind/id`) that came into the scopes after a moment, and that left them: by the first and the last change since. */
async function sinceThen(db: Db, scopes: readonly string[], moment: string) {
  const changed = await db
    .selectFrom('changes')
    .select(['entity', 'id'])
    .select(({ fn }) => fn.min<number>('version').as('first'))
    .select(sql<boolean>`bool_or("row" IS NULL)`.as('gone'))
    .where('scope', 'in', scopes)
    .where('entity', 'in', [...kindsOfPersons])
    .where('changed_at', '>', moment)
    .groupBy(['entity', 'id'])
    .execute()
  const keyOf = ({ entity, id }: { entity: string; id: string }) => `${entity}/${id}`
  const came = new Set(changed.filter(({ first }) => Number(first) === 1).map(keyOf))
  const went = changed.filter((one) => one.gone && !came.has(keyOf(one)))
  return { came, went: new Set(went.map(keyOf)) }
}

async function rowsElsewhere(db: Db, kind: KindOfPersons, ids: readonly string[]): Promise<unknown[]> {
  if (ids.length === 0) return []
  const found = await db
    .selectFrom('rows')
    .select('row')
    .where('entity', '=', kind)
    .where('id', 'in', ids)
    .where('row', 'is not', null)
    .execute()
  return found.map(({ row }) => JSON.parse(String(row)) as unknown)
}
