import type { Selectable } from 'kysely'
import type { DeviceKey } from '#shared/domain/ekitir/device-key.ts'
import type { Db } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { readRow } from '../sync/read-row.ts'
import { type RowToWrite, writeRow, writeRows } from '../sync/write-row.ts'
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

/**
 * No key that the device ever had vouches for anything any more, those of earlier generations neither: who has its disk has them all, and can date back. Returns the
 * scopes whose devices have to hear of it.
 */
export async function revokeKeys(trx: Db, device: DeviceRow, at: string): Promise<readonly string[]> {
  await writeDeviceKey(trx, device, at, at)
  const past = await trx
    .selectFrom('device_generations')
    .select('signing_key')
    .where('device_id', '=', device.device_id)
    .where('generation', '<', device.generation)
    .execute()
  const written: RowToWrite[] = []
  for (const { signing_key } of past) {
    const row = await readRow(trx, 'device-key', keyIdOf(signing_key))
    if (row) written.push({ scope: row.scope, entity: 'device-key', id: row.id, row: { ...row, revokedAt: at } })
  }
  await writeRows(trx, written, at)
  return [...new Set([device.home_scope, ...written.map(({ scope }) => scope)])]
}
