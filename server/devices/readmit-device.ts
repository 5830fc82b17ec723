import { type Centre, instantOf, laterBy } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { notFound } from '../problem.ts'
import { type Doer, noteDeviceAct } from './note-act.ts'

const readmitSeconds = 86_400

/**
 * A person says that the computer which lost its identity to another one is the one to go on: it may take the next generation within a day, and the other one is
 * the copy from then on. Throws 404.
 */
export async function readmitDevice(centre: Centre, deviceId: string, by: Doer): Promise<void> {
  const at = instantOf(centre.now())
  await inTransaction(centre.db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('devices')
      .set({ readmit_until: laterBy(centre.now(), readmitSeconds) })
      .where('device_id', '=', deviceId)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw notFound()
    await noteDeviceAct(trx, by, at, { kind: 'readmit', deviceId })
  })
}
