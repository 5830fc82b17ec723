import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * Who did what with which device at the centre, and what a device does at its end. Old codes have no id: they can be used, not cancelled one by one. `code_name`: what a device
 * tells of a code instead of the code. Devices
 * that were revoked before have no reason and no time of it, and take leave like others when they are heard of again. `device_moves` keeps the codes that a device had,
 * so that no receipt number comes twice in the unit that it left.
 */
const statements = [
  ...['code_id', 'made_at', 'made_by', 'cancelled_at', 'code_name'].map(
    (column) => `ALTER TABLE enrolment_codes ADD COLUMN ${column} text`,
  ),
  `UPDATE enrolment_codes SET code_name = encode(sha256(convert_to('loket-code-name:' || code_hash, 'UTF8')), 'hex')`,
  `ALTER TABLE enrolment_codes ALTER COLUMN code_name SET NOT NULL`,
  `CREATE UNIQUE INDEX enrolment_codes_by_name ON enrolment_codes (code_name)`,
  // One thing in one command: the table may be spread over several machines.
  ...['revoked_at', 'revoked_for', 'reported_at', 'left_at'].map(
    (column) => `ALTER TABLE devices ADD COLUMN ${column} text`,
  ),
  `CREATE TABLE device_acts (
     id text PRIMARY KEY,
     at text NOT NULL,
     kind text NOT NULL,
     device_id text,
     scope text,
     staff_id text,
     staff_name text NOT NULL,
     by_device text,
     about text NOT NULL
   )`,
  `CREATE INDEX device_acts_by_device ON device_acts (device_id, at)`,
  `CREATE TABLE device_moves (
     id text PRIMARY KEY,
     device_id text NOT NULL,
     from_scope text COLLATE "C" NOT NULL,
     from_code text NOT NULL,
     to_scope text COLLATE "C" NOT NULL,
     ordered_at text NOT NULL,
     ordered_by text NOT NULL,
     state text NOT NULL,
     ended_at text
   )`,
  `CREATE INDEX device_moves_by_device ON device_moves (device_id, state)`,
]

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
