import { type Kysely, sql } from 'kysely'

/**
 * Applications filed at the counter: keys by which a thing is found (nothing of before has any), drafts of each clerk, and PINs that wait for their paper.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'CREATE TABLE thing_key (entity TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (entity, key, id)) STRICT, WITHOUT ROWID',
  'CREATE INDEX thing_key_by_id ON thing_key (entity, id)',
  'CREATE TABLE intake_draft (id TEXT PRIMARY KEY, staff_id TEXT NOT NULL, saved_at TEXT NOT NULL, body TEXT NOT NULL) STRICT',
  'CREATE INDEX intake_draft_by_staff ON intake_draft (staff_id, saved_at)',
  'CREATE TABLE kitir_pin (kitir_id TEXT PRIMARY KEY, pin TEXT NOT NULL) STRICT, WITHOUT ROWID',
]
