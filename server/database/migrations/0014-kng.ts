import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * What the centre still owes to KNG, a line for each act, document or result, and how far it has heard KNG. Nothing is owed of before: there were no applications of counters yet.
 * `position`: of what happened to one application, in order. `content` is erased once it was taken.
 */
const statements = [
  `CREATE TABLE kng_outbox (
     scope text COLLATE "C" NOT NULL,
     id text NOT NULL,
     filing_id text NOT NULL,
     position integer NOT NULL,
     kind text NOT NULL,
     content text,
     state text NOT NULL,
     made_at text NOT NULL,
     next_at text NOT NULL,
     tries integer NOT NULL,
     problem text,
     ended_at text,
     PRIMARY KEY (scope, id)
   )`,
  `CREATE INDEX kng_outbox_waiting ON kng_outbox (next_at) WHERE state = 'waiting'`,
  `CREATE INDEX kng_outbox_of_filing ON kng_outbox (scope, filing_id, position)`,
  `CREATE TABLE kng_state (one integer PRIMARY KEY, steps_cursor text NOT NULL, heard_at text)`,
  `INSERT INTO kng_state (one, steps_cursor, heard_at) VALUES (1, '', NULL)`,
]

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
