import { type Kysely, sql } from 'kysely'

/**
 * What a clerk has counted of a parcel and not signed yet: each line is on disk before the next card is scanned. Only on this device;
 * rows stay as they are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE count_line (
    shipment_id TEXT NOT NULL, key TEXT NOT NULL, card_id TEXT, label_code TEXT NOT NULL, counted TEXT NOT NULL,
    rack TEXT, box TEXT, number TEXT, note TEXT NOT NULL, of_shipment TEXT, at TEXT NOT NULL, staff_id TEXT NOT NULL,
    PRIMARY KEY (shipment_id, key)) STRICT`,
]
