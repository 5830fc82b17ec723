import type { Selectable } from 'kysely'
import type { DeviceKey } from '#shared/domain/ekitir/device-key.ts'
import type { Db } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { writeRow } from '../sync/write-row.ts'
import { keyIdOf } from './raw-keys.ts'

export type DeviceRow = Selectable<Tables['devices']>

/** Tells the devices of the office whose keys these are: they know each other by them when nobody can be asked. */
export async function writeDeviceKey(
  trx: Db,
  device: DeviceRow,
  revokedAt: string | null,
  at: string,
  valid: { readonly from: string; readonly to: string | null } = { from: device.enrolled_at, to: null },
): Promise<void> {
  const row: DeviceKey = {
    id: keyIdOf(device.signing_key),
    scope: device.home_scope,
    deviceId: device.device_id,
    deviceCode: device.device_code,
    publicKey: device.signing_key,
    lanKey: device.lan_key,
    validFrom: valid.from,
    validTo: valid.to,
    revokedAt,
  }
  await writeRow(trx, { scope: row.scope, entity: 'device-key', id: row.id, row }, at)
}
