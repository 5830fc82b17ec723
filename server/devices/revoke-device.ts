import type { LossReason } from '#shared/contract/sync/device-acts.ts'
import { type DeviceRow, revokeKeys } from '../auth/device-keys.ts'
import { forgetCodes } from '../auth/recovery.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import { notFound } from '../problem.ts'
import { type Doer, noteDeviceAct } from './note-act.ts'

export interface Loss {
  readonly reason: LossReason
  /** When somebody told of it. */
  readonly reportedAt: string
}

/**
 * The end of a device that was lost, stolen or is to be given away: the centre takes nothing of it any more but its leave (farewell.ts), and the others of its
 * office believe it nothing as soon as the row reaches them. Again: nothing changes. Throws 404 for a device that nobody knows.
 */
export async function revokeDevice(centre: Centre, deviceId: string, by: Doer, loss: Loss): Promise<void> {
  const at = instantOf(centre.now())
  const told = await inTransaction(centre.db, async (trx) => {
    const device = await shutOut(trx, deviceId, at, loss)
    if (!device) return null
    const scopes = await revokeKeys(trx, device, at)
    const { home_scope, generation } = device
    await trx.deleteFrom('tokens').where('home_scope', '=', home_scope).where('device_id', '=', deviceId).execute()
    await noteDeviceAct(trx, by, at, { kind: 'revoke', deviceId, scope: home_scope, about: { ...loss, generation } })
    await endMove(trx, deviceId, at)
    await forgetCodes(trx, deviceId)
    return scopes
  })
  if (told !== null) return centre.pokes.send(told)
  const known = await centre.db
    .selectFrom('devices')
    .select('state')
    .where('device_id', '=', deviceId)
    .executeTakeFirst()
  if (!known) throw notFound()
}

const shutOut = (trx: Db, deviceId: string, at: string, { reason, reportedAt }: Loss): Promise<DeviceRow | undefined> =>
  trx
    .updateTable('devices')
    .set({ state: 'revoked', revoked_at: at, revoked_for: reason, reported_at: reportedAt })
    .where('device_id', '=', deviceId)
    .where('state', '<>', 'revoked')
    .returningAll()
    .executeTakeFirst()

/** It goes nowhere any more. */
async function endMove(trx: Db, deviceId: string, at: string): Promise<void> {
  await trx
    .updateTable('device_moves')
    .set({ state: 'cancelled', ended_at: at })
    .where('device_id', '=', deviceId)
    .where('state', '=', 'ordered')
    .execute()
}
