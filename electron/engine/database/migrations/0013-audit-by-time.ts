import { type Kysely, sql } from 'kysely'

/** Entries of the audit are looked at by their day. An index over what they say themselves: no row changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`CREATE INDEX audit_entry_by_time ON audit_entry (json_extract(entry, '$.at'))`).execute(db)
}
