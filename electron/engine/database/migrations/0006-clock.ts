import { type Kysely, sql } from 'kysely'

/**
 * How an application stands by the service clock (timed, paused, excluded, none) beside the due time, which is the clock's from now on and no longer the
 * centre's. Old rows say `timed`, as they were counted before; they are worked out anew when the program starts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  "ALTER TABLE application ADD COLUMN clock TEXT NOT NULL DEFAULT 'timed'",
  // What stands still or is outside the promise: a small part of all.
  `CREATE INDEX application_standing ON application (clock, status)
   WHERE fulfilled_at IS NULL AND clock IN ('paused', 'excluded')`,
]
