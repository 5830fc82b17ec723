import type { Instant } from '#shared/domain/time.ts'
import type { ReadDb } from '../database/handles.ts'
import { recall } from './sync-state.ts'

/** Commands without a verdict. Cheap: only those after the last answered one are looked at. */
export async function countUnsent(db: ReadDb): Promise<{ count: number; oldestAt: Instant | null }> {
  const row = await db
    .selectFrom('command')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('at').as('oldest')])
    .where('position', '>', (await recall(db, 'answered-up-to')) ?? 0)
    .where('verdict', 'is', null)
    .executeTakeFirstOrThrow()
  return { count: row.count, oldestAt: row.oldest }
}
