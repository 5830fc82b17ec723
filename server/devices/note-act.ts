import { randomUUID } from 'node:crypto'
import type { Db } from '../database/open-database.ts'

/** Who did something with a device: a person of the Dinas, or somebody with a token of administration. */
export interface Doer {
  readonly staffId: string | null
  readonly name: string
  /** The device that the person sat at. */
  readonly byDevice: string | null
}

/** Somebody with a token of administration. */
export const holderOfToken = (name: string): Doer => ({ staffId: null, name, byDevice: null })

interface Noted {
  readonly kind: string
  readonly deviceId?: string | undefined
  readonly scope?: string | undefined
  /** Ids, codes and reasons; never a citizen. */
  readonly about?: object
}

/** Keeps who did what, in the transaction that does it. */
export async function noteDeviceAct(trx: Db, by: Doer, at: string, { kind, deviceId, scope, about = {} }: Noted) {
  await trx
    .insertInto('device_acts')
    .values({
      ...{ id: randomUUID(), at, kind, device_id: deviceId ?? null, scope: scope ?? null },
      ...{ staff_id: by.staffId, staff_name: by.name, by_device: by.byDevice, about: JSON.stringify(about) },
    })
    .execute()
}
