import { type QueryExecutorProvider, sql } from 'kysely'

/** Files that somebody carries for an office without a network, and the answers to them. Old rows: none; nothing old changes. */
const statements = [
  `CREATE TABLE courier_files (
     home_scope text COLLATE "C" NOT NULL,
     sha256 text NOT NULL,
     file_id text NOT NULL,
     size bigint NOT NULL,
     received bigint NOT NULL,
     state text NOT NULL,
     carried_by text NOT NULL,
     device_id text,
     answer_id text,
     answer_sha256 text,
     answer_size bigint,
     begun_at text NOT NULL,
     PRIMARY KEY (home_scope, sha256)
   )`,
  `CREATE TABLE courier_parts (
     home_scope text COLLATE "C" NOT NULL,
     file_id text NOT NULL,
     start_at bigint NOT NULL,
     bytes bytea NOT NULL,
     kept_at text NOT NULL,
     PRIMARY KEY (home_scope, file_id, start_at)
   )`,
]

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
