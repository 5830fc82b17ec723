import { sql } from 'kysely'
import { advisoryLocks } from './advisory-locks.ts'
import type { Db } from './open-database.ts'

const everyMs = 60_000
/** Longer than any window of a limit. */
const windowSeconds = 86_400

/** Takes away nonces, tokens and counts whose time is over. One process at a time: the others have nothing to do then. */
export async function sweep(db: Db, now: Date): Promise<void> {
  const at = now.toISOString()
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{
      mine: boolean
    }>`SELECT pg_try_advisory_xact_lock(${sql.lit(advisoryLocks.sweep)}) AS mine`.execute(trx)
    if (!rows[0]?.mine) return
    await trx.deleteFrom('challenges').where('expires_at', '<', at).execute()
    await trx.deleteFrom('tokens').where('expires_at', '<', at).execute()
    const oldest = Math.floor(now.getTime() / 1000) - windowSeconds
    await trx.deleteFrom('rate_limits').where('window_start', '<', oldest).execute()
  })
}

/** Sweeps every minute until it is closed, and not for every device that comes. What fails is done a minute later. */
export function keepSwept(db: Db, now: () => Date): { close(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = sweep(db, now()).catch(() => undefined)
  }, everyMs)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      await running
    },
  }
}
