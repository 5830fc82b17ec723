import { type Kysely, sql } from 'kysely'

/**
 * Which key signed in which generation (a device of before has one, in `device`), and a next one while it is being asked for. New tables only. Kept for ever: a centre that
 * was restored from a backup is asked for the same generations again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE device_generation (
    generation INTEGER PRIMARY KEY, from_generation INTEGER NOT NULL, signing_key BLOB NOT NULL, signing_public BLOB NOT NULL) STRICT`,
  `CREATE TABLE generation_asked (
    one INTEGER PRIMARY KEY CHECK (one = 1), from_generation INTEGER NOT NULL, reason TEXT NOT NULL, fork_at INTEGER NOT NULL,
    signing_key BLOB NOT NULL, signing_public BLOB NOT NULL) STRICT`,
]
