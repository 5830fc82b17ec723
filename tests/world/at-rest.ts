import { rows } from '../../electron/engine/database/sql.ts'
import type { City } from '../sync/city.ts'
import type { Station } from './station.ts'
import { positionsIn } from './witness.ts'

const waiting = `SELECT 1 AS one WHERE EXISTS (SELECT 1 FROM command WHERE verdict IS NULL)
  OR EXISTS (SELECT 1 FROM blob WHERE at_centre = 0)
  OR EXISTS (SELECT 1 FROM audit_entry WHERE position >
    coalesce((SELECT CAST(value AS INTEGER) FROM sync_state WHERE name = 'audit-sent-up-to'), 0))`
const cursors = "SELECT value FROM sync_state WHERE name LIKE 'cursor:%'"
const scopes = "SELECT s.value AS scope FROM device, json_each(device.identity, '$.scopes') s"

/** Nothing of the device waits, and it has every change of its scopes; read from both databases, without a question over the line. */
export async function isAtRest({ desk }: Station, { server }: City): Promise<boolean> {
  const db = desk.store.read
  if ((await rows(db, waiting)).length > 0) return false
  const stands = new Map(
    (await rows<{ value: string }>(db, cursors)).flatMap(({ value }) => positionsIn(JSON.parse(value))),
  )
  const own = (await rows<{ scope: string }>(db, scopes)).map(({ scope }) => scope)
  const there = await server.centre.db.selectFrom('scopes').select(['scope', 'seq']).where('scope', 'in', own).execute()
  return there.every(({ scope, seq }) => stands.get(scope) === seq)
}
