import type { KeyObject } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import type { DeviceKey } from '#shared/domain/ekitir/device-key.ts'
import type { ReadDb } from '../database/handles.ts'
import { rows } from '../database/sql.ts'
import { deviceReads } from '../sync/device-reads.ts'
import { publicKeyOf } from '../sync/raw-keys.ts'

/** Another device of the office, as the centre vouches for it. */
export interface Neighbour {
  readonly deviceId: string
  readonly deviceCode: string
  readonly scope: string
  readonly signingKey: KeyObject
  /** SPKI as DER, base64url. */
  readonly lanKey: string
}

/** Who belongs to the office, known without a network: this device, and the others whose keys stand. */
export interface Roster {
  readonly deviceId: string
  readonly deviceCode: string
  readonly others: readonly Neighbour[]
}

/** Null before enrolment. A key that was revoked, or has ended by the centre's time, is nobody's. */
export async function readRoster(db: ReadDb, now: string): Promise<Roster | null> {
  const device = deviceReads(db)
  const own = await device.current()
  if (own === null) return null
  const at = new Date(Date.parse(now) + ((await device.clockOffsetMs()) ?? 0)).toISOString()
  const found = await rows<{ row: string }>(
    db,
    "SELECT row FROM replica WHERE entity = 'device-key' AND row IS NOT NULL",
  )
  const others = found.flatMap(({ row }) => neighbourFrom(JSON.parse(row), at))
  const ofOffice = others.filter(({ deviceId, scope }) => deviceId !== own.deviceId && own.scopes.includes(scope))
  return { deviceId: own.deviceId, deviceCode: own.deviceCode, others: ofOffice }
}

function neighbourFrom(key: DeviceKey, at: string): Neighbour[] {
  const { deviceId, deviceCode, scope, lanKey, publicKey, revokedAt, validTo } = key
  if (lanKey === undefined || revokedAt !== null || (validTo !== null && validTo <= at)) return []
  const raw = Buffer.from(publicKey, 'base64url')
  return raw.length === 32 ? [{ deviceId, deviceCode, scope, lanKey, signingKey: publicKeyOf('ed25519', raw) }] : []
}

/** The key at the other end, which it has proved to hold; base64url of its SPKI. Null where it showed none. */
export function peerKey(socket: TLSSocket): string | null {
  const shown = socket.getPeerX509Certificate()
  return shown?.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url') ?? null
}
