import { type QueryExecutorProvider, sql } from 'kysely'

/** How far citizens' questions were heard from KNG. Those of before came in another way, and are known by their ids where they come again. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(`ALTER TABLE kng_state ADD COLUMN questions_cursor text NOT NULL DEFAULT ''`).execute(db)
}
