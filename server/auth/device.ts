import type { Selectable } from 'kysely'
import type { DeviceIdentity } from '#shared/contract/sync/protocol.ts'
import type { Tables } from '../database/tables.ts'

/** A device as the centre knows it. */
export interface Device extends DeviceIdentity {
  readonly state: 'active' | 'quarantined' | 'revoked'
  readonly signingKey: string
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
