import { sql } from 'kysely'
import { advisoryLocks } from './advisory-locks.ts'
import type { CentralDatabase } from './open-database.ts'

/**
 * Runs where no other process of the same centre does it; null: one does. The lock is a session's and not a transaction's: the work may ask others over the network, and a transaction that
 * is open meanwhile would keep rows and old versions. It is gone with the process, kill -9 included. PGlite has one process.
 */
export async function alone<T>(
  { engine, db }: CentralDatabase,
  what: keyof typeof advisoryLocks,
  run: () => Promise<T>,
): Promise<T | null> {
  if (engine === 'pglite') return run()
  // The schema too: several centres may lie in one database.
  const lock = sql`${sql.lit(advisoryLocks[what])}, hashtext(current_schema())`
  return db.connection().execute(async (held) => {
    const { rows } = await sql<{ mine: boolean }>`SELECT pg_try_advisory_lock(${lock}) AS mine`.execute(held)
    if (!rows[0]?.mine) return null
    try {
      return await run()
    } finally {
      await sql`SELECT pg_advisory_unlock(${lock})`.execute(held)
    }
  })
}
