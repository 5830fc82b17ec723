import { type DeviceIdentity, deviceIdentity } from '#shared/contract/sync/protocol.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { RawKeyPair } from './raw-keys.ts'

/** Everything this device knows of itself. Private keys live here and in the encrypted database only. */
export interface DeviceRecord {
  /** Null between making the keys and the centre's answer. */
  readonly identity: DeviceIdentity | null
  readonly serverUrl: string
  readonly policyVersion: number
  readonly keys: DeviceKeys
  /** base64url of 32 raw bytes. */
  readonly centreSealingKey: string | null
  readonly centreSigningKey: string | null
  /** When the centre got the sealed database key; null: still to be sent. */
  readonly keyKeptAt: string | null
}

export interface DeviceKeys {
  readonly signing: RawKeyPair
  readonly sealing: RawKeyPair
  /** P-256 as DER. */
  readonly lan: RawKeyPair
}

export type EnrolledDevice = DeviceRecord & { readonly identity: DeviceIdentity }

export const isEnrolled = (record: DeviceRecord | null): record is EnrolledDevice => record?.identity != null

/** The identity kept in the database was validated when it came; a schema that grew since must not lock the device out. */
export const identityFrom = (text: string): DeviceIdentity => deviceIdentity.parse(JSON.parse(text))

export async function readDevice(db: ReadDb): Promise<DeviceRecord | null> {
  const row = await db.selectFrom('device').selectAll().executeTakeFirst()
  if (!row) return null
  const pair = (publicKey: Buffer, privateKey: Buffer): RawKeyPair => ({ publicKey, privateKey })
  return {
    identity: row.identity === null ? null : identityFrom(row.identity),
    serverUrl: row.server_url,
    policyVersion: row.policy_version,
    keys: {
      signing: pair(row.signing_public, row.signing_key),
      sealing: pair(row.sealing_public, row.sealing_key),
      lan: pair(row.lan_public, row.lan_key),
    },
    centreSealingKey: row.centre_sealing_key,
    centreSigningKey: row.centre_signing_key,
    keyKeptAt: row.key_kept_at,
  }
}

export async function saveDevice(trx: WriteDb, record: DeviceRecord): Promise<void> {
  const row = {
    identity: record.identity && JSON.stringify(record.identity),
    server_url: record.serverUrl,
    policy_version: record.policyVersion,
    signing_key: record.keys.signing.privateKey,
    signing_public: record.keys.signing.publicKey,
    sealing_key: record.keys.sealing.privateKey,
    sealing_public: record.keys.sealing.publicKey,
    lan_key: record.keys.lan.privateKey,
    lan_public: record.keys.lan.publicKey,
    centre_sealing_key: record.centreSealingKey,
    centre_signing_key: record.centreSigningKey,
    key_kept_at: record.keyKeptAt,
  }
  await trx
    .insertInto('device')
    .values({ one: 1, ...row })
    .onConflict((conflict) => conflict.column('one').doUpdateSet(row))
    .execute()
}
