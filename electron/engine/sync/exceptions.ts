import type { WriteDb } from '../database/handles.ts'
import type { SyncExceptionTable } from '../database/sync-schema.ts'

export type Raised = Omit<SyncExceptionTable, 'details' | 'acknowledged_at' | 'act_type'> & {
  readonly act_type?: string | null
  readonly details?: Readonly<Record<string, string>>
}

/** Asks for a person, once per id: raising it again changes nothing, also after it was read. */
export async function raiseException(trx: WriteDb, raised: Raised): Promise<void> {
  await trx
    .insertInto('sync_exception')
    .values({ act_type: null, ...raised, details: JSON.stringify(raised.details ?? {}), acknowledged_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Marks one that asked only to be read. A conflict stays until its case is settled. */
export async function acknowledgeException(trx: WriteDb, id: string, at: string): Promise<void> {
  await trx
    .updateTable('sync_exception')
    .set({ acknowledged_at: at })
    .where('id', '=', id)
    .where('kind', '<>', 'conflict')
    .where('acknowledged_at', 'is', null)
    .execute()
}

/** Takes back one that does not hold any more, whatever its kind. */
export async function acknowledgeAny(trx: WriteDb, id: string, at: string): Promise<void> {
  await trx
    .updateTable('sync_exception')
    .set({ acknowledged_at: at })
    .where('id', '=', id)
    .where('acknowledged_at', 'is', null)
    .execute()
}
