import type { WriteDb } from './handles.ts'
import { run } from './sql.ts'

const day = 86_400_000

/** Forgets what has no more use: answers nobody will ask for again, and proofs, challenges and sessions whose time is over. */
export async function tidy(trx: WriteDb, now: string): Promise<void> {
  const weekAgo = new Date(Date.parse(now) - 7 * day).toISOString()
  await run(trx, 'DELETE FROM request WHERE at < ?', weekAgo)
  await run(trx, 'DELETE FROM grant_token WHERE valid_until < ?', now)
  await run(trx, 'DELETE FROM challenge WHERE valid_until < ?', now)
  await run(trx, 'DELETE FROM session WHERE ends_at < ?', now)
}
