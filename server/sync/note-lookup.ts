import { randomUUID } from 'node:crypto'
import type { Device } from '../auth/device.ts'
import { countUse } from '../auth/rate-limit.ts'
import { sha256Hex } from '../auth/raw-keys.ts'
import { type Centre, instantOf } from '../centre.ts'
import { isStorable } from './storable.ts'

const perDevice = { times: 60, perSeconds: 60 }

/** Whoever asks about an e-Kitir anywhere in the city asks so often. Throws 429 `rate-limited`. */
export const countLookup = (centre: Centre, { deviceId }: Device): Promise<void> =>
  countUse(centre, `lookup:${deviceId}`, perDevice)

export interface Lookup {
  readonly code: string
  /** As the device says; null: devices of before say it not. */
  readonly staffId: string | null
  readonly found: boolean
}

/** Who asked, and the code's hash only. */
export async function noteLookup(
  { db, now }: Centre,
  { deviceId, homeScope }: Device,
  { code, staffId, found }: Lookup,
): Promise<void> {
  const staff_id = staffId !== null && isStorable(staffId) ? staffId.slice(0, 64) : null
  const about = { home_scope: homeScope, id: randomUUID(), device_id: deviceId, staff_id }
  await db
    .insertInto('lookups')
    .values({ ...about, at: instantOf(now()), code_hash: sha256Hex(code), found })
    .execute()
}
