import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * Passwords that must be changed, second factors (sealed by a key that is not in this database), and when somebody last signed in. Accounts of before need
 * nothing changed: their passwords were given by whoever runs the centre.
 */
export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'ALTER TABLE staff_accounts ADD COLUMN must_change boolean NOT NULL DEFAULT false',
  'ALTER TABLE staff_accounts ADD COLUMN since text',
  'ALTER TABLE staff_accounts ADD COLUMN last_sign_in_at text',
  'ALTER TABLE staff_accounts ADD COLUMN factor text',
  'ALTER TABLE staff_accounts ADD COLUMN factor_pending text',
  'ALTER TABLE staff_accounts ADD COLUMN factor_step bigint NOT NULL DEFAULT 0',
  "ALTER TABLE staff_accounts ADD COLUMN recovery text NOT NULL DEFAULT '[]'",
]
