import { type QueryExecutorProvider, sql } from 'kysely'

/** Who at the Dinas asked what about which unit, with or without an answer. Old rows: none; nobody could ask before. */
const statements = [
  `CREATE TABLE queries (
     id text PRIMARY KEY,
     home_scope text COLLATE "C" NOT NULL,
     device_id text NOT NULL,
     staff_id text NOT NULL,
     at text NOT NULL,
     kind text NOT NULL,
     about text NOT NULL,
     permitted boolean NOT NULL
   )`,
  `CREATE INDEX queries_by_time ON queries (home_scope, at)`,
  // The register of the whole city is read by kind and not by scope.
  `CREATE INDEX rows_by_entity ON rows (entity, scope) WHERE entity IN ('case', 'claim', 'claim-case', 'shipment', 'incident', 'complaint')`,
]

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
