import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * What tells one history from another. `device_generations`: which key signed in which generation; devices of before have one generation and no row until they take
 * another. `device_copies`: who asked under a key that another computer has gone on from. `tag`: a chain over the changes of a scope, so that a cursor of a
 * database that was put back since is known; old changes have none and are believed.
 */
const statements = [
  `CREATE TABLE device_generations (
     device_id text NOT NULL,
     generation bigint NOT NULL,
     signing_key text NOT NULL,
     since text NOT NULL,
     reason text NOT NULL,
     PRIMARY KEY (device_id, generation)
   )`,
  `CREATE TABLE device_copies (
     device_id text NOT NULL,
     generation bigint NOT NULL,
     first_at text NOT NULL,
     last_at text NOT NULL,
     PRIMARY KEY (device_id, generation)
   )`,
  `ALTER TABLE devices ADD COLUMN readmit_until text`,
  `CREATE TABLE centre_state (one bigint PRIMARY KEY CHECK (one = 1), incarnation text NOT NULL, since text NOT NULL, reason text NOT NULL)`,
  `INSERT INTO centre_state (one, incarnation, since, reason) VALUES (1, gen_random_uuid()::text, '', 'made')`,
  `ALTER TABLE scopes ADD COLUMN tag text NOT NULL DEFAULT ''`,
  `ALTER TABLE changes ADD COLUMN tag text`,
  `CREATE TABLE daily_jobs (name text PRIMARY KEY, began_at text NOT NULL)`,
]

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
