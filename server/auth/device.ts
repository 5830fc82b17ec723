import type { Selectable } from 'kysely'
import type { DeviceIdentity } from '#shared/contract/sync/protocol.ts'
import type { Db } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import type { Doer } from '../devices/note-act.ts'

/** A device as the centre knows it. */
export interface Device extends DeviceIdentity {
  readonly state: 'active' | 'quarantined' | 'revoked'
  readonly signingKey: string
  /** A person lets what it sent before its end be judged: its state does not hold that back. */
  readonly releasedBy?: Doer
}

export function deviceFrom(row: Selectable<Tables['devices']>): Device {
  return {
    deviceId: row.device_id,
    deviceCode: row.device_code,
    deviceName: row.device_name,
    homeScope: row.home_scope,
    scopes: row.scopes.split(' '),
    generation: row.generation,
    state: row.state,
    signingKey: row.signing_key,
  }
}

export function identityOf(device: Device): DeviceIdentity {
  const { deviceId, deviceCode, deviceName, homeScope, scopes, generation } = device
  return { deviceId, deviceCode, deviceName, homeScope, scopes, generation }
}

/** In which scope a device is kept; null when nobody knows it. Looked for everywhere: for who comes without a token. */
export async function homeScopeOf(db: Db, deviceId: string): Promise<string | null> {
  const row = await db.selectFrom('devices').select('home_scope').where('device_id', '=', deviceId).executeTakeFirst()
  return row?.home_scope ?? null
}
