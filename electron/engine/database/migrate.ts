import { type Kysely, sql } from 'kysely'
import { DatabaseTrouble } from '../usecases/database-trouble.ts'
import type { Schema } from './schema.ts'

export interface Migration {
  readonly name: string
  up(db: Kysely<Schema>): Promise<void>
}

/** Runs what is missing, each in a transaction of its own. A migration that this program does not know: the database is newer. */
export async function migrate(db: Kysely<Schema>, list: readonly Migration[], now: string): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT`.execute(db)
  const done = await db.selectFrom('migration').select('name').orderBy('name').execute()
  const known = new Set(list.map(({ name }) => name))
  const stranger = done.find(({ name }) => !known.has(name))
  if (stranger) throw new DatabaseTrouble('newer', new Error(`unknown migration ${stranger.name}`))
  const names = new Set(done.map(({ name }) => name))
  for (const migration of list.filter(({ name }) => !names.has(name))) {
    await db.transaction().execute(async (trx) => {
      await migration.up(trx)
      await trx.insertInto('migration').values({ name: migration.name, at: now }).execute()
    })
  }
}
