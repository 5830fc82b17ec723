import { sql } from 'kysely'
import type { Centre } from '../centre.ts'
import { Problem } from '../problem.ts'

export interface Limit {
  readonly times: number
  readonly perSeconds: number
}

/** Counts one use in the database, so that the limit holds over all processes. Throws 429 `rate-limited` beyond it. */
export async function countUse({ db, now }: Centre, key: string, limit: Limit): Promise<void> {
  const seconds = Math.floor(now().getTime() / 1000)
  const window_start = seconds - (seconds % limit.perSeconds)
  const { count } = await db
    .insertInto('rate_limits')
    .values({ key, window_start, count: 1 })
    .onConflict((clash) => clash.columns(['key', 'window_start']).doUpdateSet({ count: sql`rate_limits.count + 1` }))
    .returning('count')
    .executeTakeFirstOrThrow()
  if (count > limit.times)
    throw new Problem(429, 'rate-limited', { retryAfterSeconds: window_start + limit.perSeconds - seconds })
}

/** Throws 429 `rate-limited` when the limit was reached, and counts nothing. */
export async function requireUses({ db, now }: Centre, key: string, limit: Limit): Promise<void> {
  const seconds = Math.floor(now().getTime() / 1000)
  const window_start = seconds - (seconds % limit.perSeconds)
  const used = await db
    .selectFrom('rate_limits')
    .select('count')
    .where('key', '=', key)
    .where('window_start', '=', window_start)
    .executeTakeFirst()
  if (used && used.count >= limit.times)
    throw new Problem(429, 'rate-limited', { retryAfterSeconds: window_start + limit.perSeconds - seconds })
}
