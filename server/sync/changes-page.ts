import type { Device } from '../auth/device.ts'
import { type Centre, instantOf } from '../centre.ts'
import { Problem } from '../problem.ts'
import { cursorText, cursorTooOld, positionsOf } from './cursor.ts'
import { lineOf, pageText } from './page-text.ts'

/**
 * One NDJSON page of changes after the cursor, in seq order per scope. Throws 403 for a scope that the device has not, 410 `cursor-too-old` when changes
 * after the cursor were folded away, or when the cursor is ahead of this database (one restored from a backup).
 */
export async function changesPage(centre: Centre, device: Device, cursor: string, limit: number): Promise<string> {
  const next: Record<string, number> = { ...positionsOf(cursor) }
  const lines: string[] = []
  for (const scope of Object.keys(next).sort()) {
    if (!device.scopes.includes(scope)) throw new Problem(403, 'scope-not-granted')
    const from = next[scope] ?? 0
    await requireReachable(centre, scope, from)
    const room = limit - lines.length
    if (room === 0) break
    const rows = await centre.db
      .selectFrom('changes')
      .select(['scope', 'seq', 'entity', 'id', 'version', 'row'])
      .where('scope', '=', scope)
      .where('seq', '>', from)
      .orderBy('seq')
      .limit(room)
      .execute()
    lines.push(...rows.map(lineOf))
    next[scope] = rows.at(-1)?.seq ?? from
  }
  const end = { cursor: cursorText(next), after: null, more: lines.length === limit }
  return pageText(lines, { ...end, serverTime: instantOf(centre.now()) })
}

async function requireReachable({ db }: Centre, scope: string, from: number): Promise<void> {
  const known = await db
    .selectFrom('scopes')
    .select(['seq', 'folded_seq'])
    .where('scope', '=', scope)
    .executeTakeFirst()
  if (!known || from < known.folded_seq || from > known.seq) throw cursorTooOld()
}
