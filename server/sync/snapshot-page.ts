import { sql } from 'kysely'
import { type Centre, instantOf } from '../centre.ts'
import { notFound } from '../problem.ts'
import { afterText, cursorText, placeOf, positionIn, positionsOf, type SnapshotPlace } from './cursor.ts'
import { incarnationOf } from './incarnation.ts'
import { lineOf, pageText } from './page-text.ts'

/**
 * One NDJSON page of a scope's living rows in key order. The cursor is read before the first page, so whatever changes while pages are
 * fetched comes again as a change; a row that was deleted meanwhile comes as its tombstone.
 */
export async function snapshotPage(
  centre: Centre,
  scope: string,
  after: string | null,
  limit: number,
): Promise<string> {
  const place = after === null ? await begin(centre, scope) : placeOf(after)
  const rows = await centre.db
    .selectFrom('rows')
    .select(['scope', 'seq', 'entity', 'id', 'version', 'row'])
    .where('scope', '=', scope)
    .where(sql<boolean>`(entity, id) > (${place.entity}, ${place.id})`)
    .where('row', 'is not', null)
    .orderBy('entity')
    .orderBy('id')
    .limit(limit)
    .execute()
  const last = rows.length === limit ? rows.at(-1) : undefined
  const end = {
    cursor: place.cursor,
    after: last ? afterText({ ...place, entity: last.entity, id: last.id }) : null,
    more: last !== undefined,
    total: place.total,
    ...positionIn(positionsOf(place.cursor)),
    serverTime: instantOf(centre.now()),
  }
  return pageText(rows.map(lineOf), end)
}

async function begin({ db }: Centre, scope: string): Promise<SnapshotPlace> {
  const known = await db.selectFrom('scopes').select(['seq', 'tag']).where('scope', '=', scope).executeTakeFirst()
  if (!known) throw notFound()
  const at = { [scope]: known.seq }
  const cursor = cursorText({ at, tags: { [scope]: known.tag }, in: await incarnationOf(db) })
  const { total } = await db
    .selectFrom('rows')
    .select(sql<number>`count(*)`.as('total'))
    .where('scope', '=', scope)
    .where('row', 'is not', null)
    .executeTakeFirstOrThrow()
  return { cursor, entity: '', id: '', total }
}
