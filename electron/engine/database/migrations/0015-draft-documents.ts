import { type Kysely, sql } from 'kysely'

/** The PDF of each requirement of an application that is not submitted yet. A new table only: nothing old changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE draft_document (
    id TEXT PRIMARY KEY, draft_id TEXT NOT NULL, requirement_id TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    pages INTEGER NOT NULL, dpi INTEGER NOT NULL, grey INTEGER NOT NULL, made_at TEXT NOT NULL, staff_id TEXT NOT NULL, bytes BLOB NOT NULL,
    UNIQUE (draft_id, requirement_id)) STRICT`,
    )
    .execute(db)
}
