import { type QueryExecutorProvider, sql } from 'kysely'

const text = (name: string) => `("row"::jsonb ->> '${name}')`
const generated = (name: string, of: string) =>
  `ADD COLUMN ${name} text COLLATE "C" GENERATED ALWAYS AS (CASE ${of} END) STORED`

/**
 * What the questions about the whole city count by, beside each row: reading a row of JSON for every card of the city took seconds. Generated, so that no
 * writer can forget them; old rows get theirs now, and the table is written anew. Tombstones have none.
 */
const statements = [
  `ALTER TABLE rows
     ${generated(
       'state',
       `WHEN entity IN ('card', 'case', 'claim', 'claim-case', 'complaint') THEN ${text('state')} WHEN entity = 'application' THEN ${text('status')}`,
     )},
     ${generated('arrived_at', `WHEN entity = 'card' THEN ${text('arrivedAt')}`)},
     ${generated('accepted_at', `WHEN entity = 'application' THEN ${text('acceptedAt')}`)},
     ${generated('ended_at', `WHEN entity = 'application' THEN least(${text('fulfilledAt')}, ${text('cancelledAt')})`)}`,
  `CREATE INDEX rows_in_stock ON rows (scope, state, arrived_at)
     WHERE entity = 'card' AND "row" IS NOT NULL AND state IN ('ready', 'shipped', 'printed', 'sorted')`,
  `CREATE INDEX rows_by_end ON rows (ended_at, accepted_at) WHERE entity = 'application' AND "row" IS NOT NULL`,
  // Who asked; null in old rows, and where an older device does not say it.
  `ALTER TABLE lookups ADD COLUMN staff_id text`,
]

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
