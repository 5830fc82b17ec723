import { type Kysely, sql } from 'kysely'

/** The print queue takes slips of e-Kitir as well: no job of before is one, so their columns stay empty. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'ALTER TABLE print_job ADD COLUMN kitir_id TEXT',
  'ALTER TABLE print_job ADD COLUMN slip TEXT',
  'CREATE INDEX print_job_by_kitir ON print_job (kitir_id) WHERE kitir_id IS NOT NULL',
]
