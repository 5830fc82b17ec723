import type { Centre } from './centre.ts'
import { instantOf, laterBy } from './centre.ts'
import type { Db } from './database/open-database.ts'
import { foldChanges } from './sync/fold-changes.ts'

const daySeconds = 86_400
const lookEveryMs = 15 * 60_000

/** What one of the processes does once a day. `failed` hears of what went wrong; it is tried again the next day. */
export function openDailyJobs(centre: Centre, failed: (cause: unknown) => void): { close(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const look = () => {
    running = runDaily(centre).catch(failed)
  }
  const timer = setInterval(look, lookEveryMs)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      await running
    },
  }
}

/** Folds old changes where nobody did it for a day. Returns the rows that went; null: it is not time. */
export async function runDaily({ db, now }: Pick<Centre, 'db' | 'now'>): Promise<number | null> {
  return (await isDue(db, 'fold-changes', now())) ? foldChanges(db, now()) : null
}

/** True for one process a day: the row is taken with the statement that looks at it. */
async function isDue(db: Db, name: string, now: Date): Promise<boolean> {
  const began_at = instantOf(now)
  const taken = await db
    .insertInto('daily_jobs')
    .values({ name, began_at })
    .onConflict((clash) =>
      clash.column('name').doUpdateSet({ began_at }).where('daily_jobs.began_at', '<=', laterBy(now, -daySeconds)),
    )
    .returning('name')
    .executeTakeFirst()
  return taken !== undefined
}
