import { type Kysely, sql } from 'kysely'
import { DatabaseTrouble } from '../usecases/database-trouble.ts'
import type { Schema } from './schema.ts'

export interface Migration {
  readonly name: string
  up(db: Kysely<Schema>): Promise<void>
}

/** What this database still needs, in order. A migration that this program does not know: the database is newer (DatabaseTrouble). */
export async function pendingOf(db: Kysely<Schema>, list: readonly Migration[]): Promise<readonly Migration[]> {
  await sql`CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT`.execute(db)
  const done = await db.selectFrom('migration').select('name').orderBy('name').execute()
  const known = new Set(list.map(({ name }) => name))
  const stranger = done.find(({ name }) => !known.has(name))
  if (stranger) throw new DatabaseTrouble('newer', new Error(`unknown migration ${stranger.name}`))
  const names = new Set(done.map(({ name }) => name))
  return list.filter(({ name }) => !names.has(name))
}

/** Runs what is missing in one transaction: all of it or nothing, so that the program of before can always go on where this one cannot. */
export async function migrate(db: Kysely<Schema>, list: readonly Migration[], now: string): Promise<void> {
  const pending = await pendingOf(db, list)
  if (pending.length === 0) return
  await db.transaction().execute(async (trx) => {
    for (const { name, up } of pending) {
      await up(trx)
      await trx.insertInto('migration').values({ name, at: now }).execute()
    }
  })
}
