import { type Kysely, sql } from 'kysely'

/**
 * The order of the shelf lies in indexes: a screen with a hundred thousand cards asks for any part of it, sorted and filtered, without sorting.
 * Old rows get what they are sorted by from the row as it is shown: the place in a form that sorts (box 2 before box 10), the day that their age
 * counts from (of a card that was handed over: the day of that), and when its owner was reminded.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const part = (name: string) => `substr('00000000' || json_extract(row, '$.place.${name}'), -8)`

const statements = [
  'ALTER TABLE card ADD COLUMN age_at TEXT',
  'ALTER TABLE card ADD COLUMN reminded_at TEXT',
  "ALTER TABLE card ADD COLUMN shelf TEXT NOT NULL DEFAULT ''",
  `UPDATE card SET
     shelf = CASE WHEN shown.placed THEN shown.place ELSE '' END, age_at = shown.age_at, reminded_at = shown.reminded_at
   FROM (
     SELECT key, json_extract(row, '$.place.rack') IS NOT NULL AS placed,
       ${part('rack')} || ' ' || ${part('box')} || ' ' || ${part('number')} AS place,
       coalesce(json_extract(row, '$.handedOver.at'), json_extract(row, '$.arrivedAt')) AS age_at,
       json_extract(row, '$.remindedAt') AS reminded_at
     FROM (SELECT c.key AS key, coalesce(p.row, r.row) AS row FROM card c
       LEFT JOIN card_projected p ON p.key = c.key LEFT JOIN replica r ON r.entity = 'card' AND r.id = c.id)
   ) AS shown WHERE shown.key = card.key`,
  'DROP INDEX card_ready',
  "CREATE INDEX card_on_shelf ON card (age_at) WHERE state IN ('ready', 'damaged')",
  'CREATE INDEX card_by_state ON card (state, age_at)',
  // State and age are in them only to be filtered on: no card is read that is not shown.
  'CREATE INDEX card_by_name ON card (owner_name, state, age_at)',
  'CREATE INDEX card_by_shelf ON card (shelf, state, age_at)',
  "CREATE INDEX card_reminded ON card (age_at) WHERE state = 'ready' AND reminded_at IS NOT NULL",
]
