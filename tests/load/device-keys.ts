import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { rawPublicKey } from '../../server/auth/raw-keys.ts'
import type { Db } from '../../server/database/open-database.ts'

export interface DeviceKeys {
  readonly deviceId: string
  readonly deviceCode: string
  readonly signingKey: KeyObject
}

export const newKeys = (index: number): DeviceKeys => ({
  deviceId: randomBytes(12).toString('base64url'),
  deviceCode: String(index),
  signingKey: generateKeyPairSync('ed25519').privateKey,
})

/** As an enrolment leaves it. */
export async function addDevice(db: Db, scope: string, keys: DeviceKeys, now: string): Promise<void> {
  const { deviceId: device_id, deviceCode: device_code } = keys
  await db
    .insertInto('devices')
    .values({
      ...{ device_id, device_code, home_scope: scope, device_name: `${scope}-${device_code}`, scopes: scope },
      ...{ generation: 1, state: 'active', signing_key: rawPublicKey(keys.signingKey), enrolled_at: now },
      ...{ sealing_key: randomBytes(32).toString('base64url'), lan_key: randomBytes(91).toString('base64url') },
      ...{ sealed_database_key: randomBytes(80).toString('base64url'), app_version: '1.1.0' },
    })
    .execute()
}
