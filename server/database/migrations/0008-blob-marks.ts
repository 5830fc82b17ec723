import { type QueryExecutorProvider, sql } from 'kysely'

/** The last file that a device brought whole: files leave no other mark by which a device could notice that this database was put back to before it. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw('ALTER TABLE devices ADD COLUMN last_blob text').execute(db)
}
