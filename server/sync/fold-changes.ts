import { sql } from 'kysely'
import { laterBy } from '../centre.ts'
import { advisoryLocks } from '../database/advisory-locks.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'

const keptSeconds = 30 * 86_400
/** Rows a transaction: the scope's writers wait for so long. */
const rowsAtOnce = 2_000

/**
 * Forgets changes older than 30 days: whoever was away for longer gets the rows whole (410). The last folded change itself stays, so that a cursor at it is
 * known. One scope and at most 2000 rows a transaction, one process at a time. Returns how many rows went.
 */
export async function foldChanges(db: Db, now: Date): Promise<number> {
  const before = laterBy(now, -keptSeconds)
  const scopes = await db.selectFrom('scopes').select('scope').orderBy('scope').execute()
  let folded = 0
  for (const { scope } of scopes) {
    for (;;) {
      const rows = await inTransaction(db, (trx) => foldSome(trx, scope, before))
      if (rows === null) return folded
      folded += rows
      if (rows < rowsAtOnce) break
    }
  }
  return folded
}

/** Null: another process is folding. */
async function foldSome(trx: Db, scope: string, before: string): Promise<number | null> {
  const lock = await sql<{
    held: boolean
  }>`SELECT pg_try_advisory_xact_lock(${sql.lit(advisoryLocks.fold)}) AS held`.execute(trx)
  if (!lock.rows[0]?.held) return null
  const { folded_seq } = await trx
    .selectFrom('scopes')
    .select('folded_seq')
    .where('scope', '=', scope)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const oldest = await trx
    .selectFrom('changes')
    .select(['seq', 'changed_at'])
    .where('scope', '=', scope)
    .where('seq', '>', folded_seq)
    .orderBy('seq')
    .limit(rowsAtOnce)
    .execute()
  // From the front, and no further than the first young one: a position is either reachable or not.
  const young = oldest.findIndex(({ changed_at }) => changed_at >= before)
  const old = young === -1 ? oldest : oldest.slice(0, young)
  const last = old.at(-1)
  if (!last) return 0
  await trx.deleteFrom('changes').where('scope', '=', scope).where('seq', '<', last.seq).execute()
  await trx.updateTable('scopes').set({ folded_seq: last.seq }).where('scope', '=', scope).execute()
  return old.length
}
