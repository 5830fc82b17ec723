import { type QueryExecutorProvider, sql } from 'kysely'

/** Administration tokens with a name and a role each, and what was done with them. Nobody has one before: the token of the environment makes the first. */
const statements = [
  `CREATE TABLE admin_tokens (
     name text PRIMARY KEY,
     token_hash text NOT NULL UNIQUE,
     role text NOT NULL,
     made_at text NOT NULL,
     made_by text NOT NULL,
     expires_at text NOT NULL,
     ended_at text
   )`,
  `CREATE TABLE admin_acts (
     id text PRIMARY KEY,
     at text NOT NULL,
     name text NOT NULL,
     role text NOT NULL,
     act text NOT NULL,
     subject text NOT NULL,
     status integer
   )`,
  `CREATE INDEX admin_acts_by_time ON admin_acts (at)`,
]

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
