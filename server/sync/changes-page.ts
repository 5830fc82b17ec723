import type { Device } from '../auth/device.ts'
import { type Centre, instantOf } from '../centre.ts'
import { Problem } from '../problem.ts'
import { type Cursor, cursorOf, cursorText, cursorTooOld, positionIn } from './cursor.ts'
import { beginIncarnation, incarnationOf } from './incarnation.ts'
import { lineOf, pageText } from './page-text.ts'
import { type Reach, reachFrom } from './reachable.ts'

/**
 * One NDJSON page of changes after the cursor, in seq order per scope. Throws 403 for a scope that the device has not, 410 `cursor-too-old` when changes
 * after the cursor were folded away, 410 `other-history` when the cursor knows of changes that this database does not have, or may know of some.
 */
export async function changesPage(centre: Centre, device: Device, text: string, limit: number): Promise<string> {
  const cursor = cursorOf(text)
  const incarnation = await incarnationOf(centre.db)
  const at: Record<string, number> = { ...cursor.at }
  const tags: Record<string, string> = { ...cursor.tags }
  const lines: string[] = []
  for (const scope of Object.keys(at).sort()) {
    if (!device.scopes.includes(scope)) throw new Problem(403, 'scope-not-granted')
    const from = at[scope] ?? 0
    const reach = await orAnotherIncarnation(centre, cursor, incarnation, () =>
      reachFrom(centre.db, { scope, from, tag: tags[scope] ?? '', sameIncarnation: cursor.in === incarnation }),
    )
    const room = limit - lines.length
    // The others are looked at all the same: the next cursor says of all of them that they are of this incarnation.
    if (room === 0) continue
    const rows = await changesAfter(centre, scope, from, room, reach)
    lines.push(...rows.map(lineOf))
    const last = rows.at(-1)
    at[scope] = last?.seq ?? from
    tags[scope] = last ? (last.tag ?? '') : reach.tag
  }
  const next = cursorText({ at, tags, in: incarnation })
  const end = { cursor: next, after: null, more: lines.length === limit, ...positionIn(at) }
  return pageText(lines, { ...end, serverTime: instantOf(centre.now()) })
}

/** Without a gap after `from`: what was folded away since the position was looked at is told as such and never passed over. */
async function changesAfter({ db }: Centre, scope: string, from: number, limit: number, { seq }: Reach) {
  // Nearly every poll: nothing has happened.
  if (seq === from) return []
  const rows = await db
    .selectFrom('changes')
    .select(['scope', 'seq', 'entity', 'id', 'version', 'row', 'tag'])
    .where('scope', '=', scope)
    .where('seq', '>', from)
    .orderBy('seq')
    .limit(limit)
    .execute()
  if (rows[0]?.seq !== from + 1) throw cursorTooOld()
  return rows
}

/** A cursor of this very incarnation that does not fit is the proof that the database was put back and nobody said so: from now on it is another one. */
async function orAnotherIncarnation<T>(
  { db, now }: Centre,
  cursor: Cursor,
  incarnation: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run()
  } catch (cause) {
    const proof = cause instanceof Problem && cause.error === 'other-history' && cursor.in === incarnation
    if (proof) await beginIncarnation(db, instantOf(now()), 'noticed', incarnation)
    throw cause
  }
}
