import { type QueryExecutorProvider, sql } from 'kysely'

interface KeyRow {
  readonly scope: string
  readonly id: string
  readonly version: string | number
  readonly row: string
  readonly lan_key: string
  readonly state: string
}

/**
 * The devices of an office know each other by their keys on the local network: every device's row gets its P-256 key, as a change that all devices
 * pull. A device that was shut out before there was a word for it is marked as revoked from now on.
 */
export async function up(db: QueryExecutorProvider): Promise<void> {
  const found = await sql<KeyRow>`
    SELECT r.scope, r.id, r.version, r."row", d.lan_key, d.state FROM rows r
      JOIN devices d ON d.device_id = r."row"::jsonb ->> 'deviceId' AND d.signing_key = r."row"::jsonb ->> 'publicKey'
    WHERE r.entity = 'device-key' AND r."row" IS NOT NULL AND NOT (r."row"::jsonb ? 'lanKey')
    ORDER BY r.scope, r.id`.execute(db)
  for (const key of found.rows) await write(db, key, new Date().toISOString())
}

async function write(db: QueryExecutorProvider, key: KeyRow, at: string): Promise<void> {
  const { scope, id } = key
  const before = JSON.parse(key.row)
  const revokedAt = before.revokedAt ?? (key.state === 'revoked' ? at : null)
  const row = JSON.stringify({ ...before, lanKey: key.lan_key, revokedAt })
  const version = Number(key.version) + 1
  const next = await sql<{ seq: string }>`UPDATE scopes SET seq = seq + 1 WHERE scope = ${scope} RETURNING seq`.execute(
    db,
  )
  const seq = Number(next.rows[0]?.seq)
  await sql`INSERT INTO changes (scope, seq, entity, id, version, "row", changed_at)
    VALUES (${scope}, ${seq}, 'device-key', ${id}, ${version}, ${row}, ${at})`.execute(db)
  await sql`UPDATE rows SET version = ${version}, seq = ${seq}, "row" = ${row}
    WHERE scope = ${scope} AND entity = 'device-key' AND id = ${id}`.execute(db)
}
