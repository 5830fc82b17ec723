import { z } from 'zod'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { firstRow } from '../database/sql.ts'

/** A first copy (or a new one after 410) as far as it came. */
const snapshotState = z.object({
  epoch: z.number().int().positive(),
  /** Null until the first page came. */
  after: z.string().nullable(),
  /** Taken by the centre before the first page. */
  cursor: z.string().nullable(),
  rows: z.number().int(),
  total: z.number().int().nullable(),
  bytes: z.number(),
  complete: z.boolean(),
})
export type SnapshotState = z.output<typeof snapshotState>

/** Everything the sync remembers between rounds, one value per name. Names ending in a colon are followed by a scope. */
const values = {
  /** Position in the centre's changes; absent: the first copy is not whole yet. */
  'cursor:': z.string(),
  'snapshot:': snapshotState,
  /** Every command up to this position has its verdict. */
  'answered-up-to': z.number().int(),
  'audit-sent-up-to': z.number().int(),
  'clock-offset-ms': z.number(),
  'last-push-at': z.string(),
  'last-pull-at': z.string(),
  /** Local day and the rows that came on it. */
  'pulled-on': z.object({ day: z.string(), rows: z.number().int() }),
  /** Demonstration switch. */
  cut: z.boolean(),
  /** Why the centre takes no commands of this device; `none` when it does. */
  'push-stopped': z.enum(['none', 'forked', 'quarantined']),
} as const

type Values = typeof values
type PerScope = 'cursor:' | 'snapshot:'
type Named = Exclude<keyof Values, PerScope>

/** Reads one value; null when it was never written. */
export async function recall<N extends Named>(db: ReadDb, name: N): Promise<z.output<Values[N]> | null> {
  return (await read(db, name, values[name])) as z.output<Values[N]> | null
}
export async function recallOf<N extends PerScope>(
  db: ReadDb,
  name: N,
  scope: string,
): Promise<z.output<Values[N]> | null> {
  return (await read(db, name + scope, values[name])) as z.output<Values[N]> | null
}

export const remember = <N extends Named>(trx: WriteDb, name: N, value: z.output<Values[N]>): Promise<void> =>
  write(trx, name, value)
export const rememberOf = <N extends PerScope>(
  trx: WriteDb,
  name: N,
  scope: string,
  value: z.output<Values[N]>,
): Promise<void> => write(trx, name + scope, value)

export async function forgetCursor(trx: WriteDb, scope: string): Promise<void> {
  await trx.deleteFrom('sync_state').where('name', '=', `cursor:${scope}`).execute()
}

async function read(db: ReadDb, name: string, schema: z.ZodType): Promise<unknown> {
  const row = await firstRow<{ value: string }>(db, 'SELECT value FROM sync_state WHERE name = ?', name)
  return row ? schema.parse(JSON.parse(row.value)) : null
}

async function write(trx: WriteDb, name: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await trx
    .insertInto('sync_state')
    .values({ name, value: text })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text }))
    .execute()
}
