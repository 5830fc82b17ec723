import { type Kysely, sql } from 'kysely'

/** Files that this device carries for one without a network, and answers on their way in. New tables only: nothing old changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE carried_file (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, sha256 TEXT, header TEXT NOT NULL, size INTEGER NOT NULL, code TEXT,
    sent INTEGER NOT NULL DEFAULT 0, answer_sha256 TEXT, answer_size INTEGER, kept_at TEXT NOT NULL) STRICT`,
  'CREATE UNIQUE INDEX carried_file_once ON carried_file (sha256) WHERE sha256 IS NOT NULL',
  `CREATE TABLE carried_part (
    key INTEGER PRIMARY KEY, file_id TEXT NOT NULL, what TEXT NOT NULL, start INTEGER NOT NULL, bytes BLOB NOT NULL,
    UNIQUE (file_id, what, start)) STRICT`,
]
