import { type Kysely, sql } from 'kysely'

/**
 * What the other desks of the office told on the local network: signed hand-overs that the centre has not confirmed here, and when each desk was last
 * seen. Nothing of before concerns it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE neighbour_act (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, device_id TEXT NOT NULL, scope TEXT NOT NULL, position INTEGER NOT NULL,
    type TEXT NOT NULL, card_id TEXT NOT NULL, act_id TEXT NOT NULL, at TEXT NOT NULL,
    envelope TEXT NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL, payload TEXT NOT NULL, salt TEXT NOT NULL,
    after_position INTEGER NOT NULL) STRICT`,
  'CREATE INDEX neighbour_act_by_card ON neighbour_act (card_id)',
  'CREATE TABLE neighbour (device_id TEXT PRIMARY KEY, seen_at TEXT NOT NULL) STRICT',
]
