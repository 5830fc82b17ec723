import { sql } from 'kysely'
import { type Centre, instantOf } from '../centre.ts'
import { notFound } from '../problem.ts'
import { afterText, cursorText, placeOf, positionIn, positionsOf, type SnapshotPlace } from './cursor.ts'
import { incarnationOf } from './incarnation.ts'
import { pageText } from './page-text.ts'

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
  const { count, lines } = await linesAfter(centre, scope, place, limit)
  const last = count === limit ? keyIn(lines) : null
  const end = {
    cursor: place.cursor,
    after: last ? afterText({ ...place, ...last }) : null,
    more: last !== null,
    total: place.total,
    ...positionIn(positionsOf(place.cursor)),
    serverTime: instantOf(centre.now()),
  }
  return pageText(count === 0 ? [] : [lines], end)
}

/**
 * The lines are put together by the database: reading thousands of rows of six columns each is most of the work of a page. They are those of `lineOf`.
 */
async function linesAfter({ db }: Centre, scope: string, { entity, id }: SnapshotPlace, limit: number) {
  const { rows } = await sql<{ readonly count: number; readonly lines: string | null }>`
    SELECT count(*)::int AS count, string_agg(
      '{"scope":' || to_json(scope) || ',"seq":' || seq || ',"entity":' || to_json(entity) || ',"id":' || to_json(id)
        || ',"version":' || version || ',"row":' || "row" || '}', E'\n' ORDER BY entity, id) AS lines
    FROM (SELECT scope, seq, entity, id, version, "row" FROM rows
      WHERE scope = ${scope} AND (entity, id) > (${entity}, ${id}) AND "row" IS NOT NULL
      ORDER BY entity, id LIMIT ${limit}) AS page`.execute(db)
  return { count: rows[0]?.count ?? 0, lines: rows[0]?.lines ?? '' }
}

/** Of the last line. */
function keyIn(lines: string): { readonly entity: string; readonly id: string } {
  const { entity, id } = JSON.parse(lines.slice(lines.lastIndexOf('\n') + 1))
  return { entity, id }
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
