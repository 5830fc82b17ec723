import { randomUUID } from 'node:crypto'
import type { Device } from '../auth/device.ts'
import { type Centre, instantOf } from '../centre.ts'
import { Problem } from '../problem.ts'

/** Shuts a device out that may go on, keeping what it sent as evidence whatever it may do. Always throws 403 `quarantined`; nobody but a person lets it in again. */
export async function quarantine(
  { db, now }: Centre,
  { deviceId, homeScope }: Pick<Device, 'deviceId' | 'homeScope'>,
  reason: string,
  evidence: object,
): Promise<never> {
  const at = instantOf(now())
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('devices')
      .set({ state: 'quarantined' })
      .where('home_scope', '=', homeScope)
      .where('device_id', '=', deviceId)
      .where('state', '=', 'active')
      .execute()
    await trx
      .insertInto('quarantine')
      .values({ id: randomUUID(), device_id: deviceId, at, reason, evidence: JSON.stringify(evidence) })
      .execute()
  })
  throw new Problem(403, 'quarantined')
}
