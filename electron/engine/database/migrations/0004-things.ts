import { type Kysely, sql } from 'kysely'

/**
 * Everything replicated besides cards, applications, hand-overs and cases is listed by state, time and what it is about in one table, and a
 * command may be about many rows. Shipments and ledger lines that came before are put into the list; old commands were about their card alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE thing (
    entity TEXT NOT NULL, id TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL, about TEXT NOT NULL, centre TEXT NOT NULL, projected TEXT,
    PRIMARY KEY (entity, id)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX thing_by_at ON thing (entity, at)',
  'CREATE INDEX thing_by_state ON thing (entity, state, at)',
  'CREATE INDEX thing_by_about ON thing (entity, about)',
  `INSERT INTO thing (entity, id, state, at, about, centre, projected)
   SELECT entity, id, json_extract(row, '$.kind'), json_extract(row, '$.at'), json_extract(row, '$.cardId'), 'recorded', NULL
   FROM replica WHERE entity = 'movement' AND row IS NOT NULL`,
  `INSERT INTO thing (entity, id, state, at, about, centre, projected)
   SELECT entity, id, json_extract(row, '$.state'), json_extract(row, '$.sentAt'), json_extract(row, '$.number'), 'recorded', NULL
   FROM replica WHERE entity = 'shipment' AND row IS NOT NULL`,
  // Rows that a command is about besides its main subject: entity/id.
  'CREATE TABLE command_about (key TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (key, position)) STRICT, WITHOUT ROWID',
  'CREATE INDEX command_about_by_position ON command_about (position)',
  'ALTER TABLE sync_exception ADD COLUMN act_type TEXT',
]
