import type { MoveOrder } from '#shared/contract/sync/protocol.ts'
import type { ReadDb } from '../database/handles.ts'
import { firstRow } from '../database/sql.ts'
import type { MoveStatus, MoveWait } from '../usecases/ports.ts'
import type { SyncConfig } from '../wiring.ts'
import type { Link } from './link.ts'
import { recall, remember } from './sync-state.ts'
import { countUnsent } from './unsent.ts'

/** Keeps what the centre said of a move with a sign of life; null: the device stays. One that goes already is not called back. */
export async function keepMoveOrder({ config }: Link, order: MoveOrder | null): Promise<void> {
  const before = await recall(config.store.read, 'move')
  if (before?.going || (before?.order.moveId ?? null) === (order?.moveId ?? null)) return
  await config.store.inTransaction(async (trx) => {
    const { moveId, to, toName, orderedAt, orderedBy } = order ?? none
    await remember(trx, 'move', order && { order: { moveId, to, toName, orderedAt, orderedBy }, going: null })
  })
  config.announce('status')
}
const none: MoveOrder = { moveId: '', to: '', toName: '', orderedAt: '', orderedBy: '' }

/** What has to end before the device may go: nothing that it did is left behind, and nobody is at work. */
export async function moveWaits({ inUse }: SyncConfig, db: ReadDb): Promise<readonly MoveWait[]> {
  const { count } = await countUnsent(db)
  const left = await firstRow<{ files: number; stopped: string | null }>(db, leftHere)
  const sending: readonly MoveWait[] = [
    ...(count > 0 ? (['unsent'] as const) : []),
    ...((left?.files ?? 0) > 0 || isStopped(left?.stopped ?? null) ? (['files'] as const) : []),
  ]
  return [...sending, ...(await inUse(db))]
}

const isStopped = (stopped: string | null) => stopped !== null && stopped !== 'none'

/** Entries of the audit, signatures and documents, and files of others that the centre does not have yet. */
const leftHere = `SELECT
    (SELECT count(*) FROM audit_entry
      WHERE position > coalesce((SELECT value ->> '$' FROM sync_state WHERE name = 'audit-sent-up-to'), 0))
    + (SELECT count(*) FROM blob WHERE at_centre = 0)
    + (SELECT count(*) FROM carried_file WHERE state IN ('coming', 'waiting', 'opened')) AS files,
    (SELECT value ->> '$' FROM sync_state WHERE name = 'push-stopped') AS stopped`

/** What the screens show of it; null: the device stays where it is. */
export async function moveStatus(config: SyncConfig): Promise<MoveStatus | null> {
  const db = config.store.read
  const move = await recall(db, 'move')
  if (!move) return null
  const { toName, orderedBy } = move.order
  return { toName, orderedBy, going: move.going !== null, waits: [...(await moveWaits(config, db))] }
}
