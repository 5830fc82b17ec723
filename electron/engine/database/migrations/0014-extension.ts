import { type Kysely, sql } from 'kysely'

/** Until when a supervisor let somebody in who was too long without the centre. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`ALTER TABLE staff_secret ADD COLUMN extended_until TEXT`.execute(db)
}
