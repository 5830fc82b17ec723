import { sql } from 'kysely'
import { z } from 'zod'
import { heartbeatRequest } from '#shared/contract/sync/protocol.ts'
import type { CityAnswer, devicesQuery } from '#shared/contract/sync/queries.ts'
import { gateLimits } from '#shared/domain/gate/gate-limits.ts'
import { gatesOf } from '#shared/domain/gate/gates.ts'
import { type Centre, instantOf } from '../centre.ts'
import type { Db } from '../database/open-database.ts'
import { unitNames } from './stored-rows.ts'

type Told = CityAnswer<'devices'>['devices'][number]

/** What a device said of itself, and when it was heard by the centre's clock. */
const { unsent, oldestUnsentAt, freeDiskBytes, deviceTime } = heartbeatRequest.shape
const lastHeartbeat = z.object({ unsent, oldestUnsentAt, freeDiskBytes, deviceTime, receivedAt: deviceTime })

/** Every device that is not revoked, the one that most needs somebody first. Lengths of all limits come from the region pack. */
export async function cityDevices(
  centre: Centre,
  { unit, offset, limit }: z.output<typeof devicesQuery>,
): Promise<CityAnswer<'devices'>> {
  const found = await devicesIn(centre.db, unit)
  const nameOf = await unitNames(
    centre.db,
    found.map(({ home_scope }) => home_scope),
  )
  const told = found.map((row) => deviceTold(centre, row, nameOf(row.home_scope)))
  const sorted = told.sort((a, b) => urgency(b) - urgency(a) || byContact(a, b))
  return { at: instantOf(centre.now()), total: sorted.length, devices: sorted.slice(offset, offset + limit) }
}

const devicesIn = (db: Db, unit: string | undefined) =>
  db
    .selectFrom('devices')
    .select(['device_id', 'home_scope', 'device_code', 'device_name', 'state', 'app_version', 'enrolled_at'])
    .select(['last_heartbeat', 'last_seen_at'])
    .where('state', '<>', 'revoked')
    .where(unit === undefined ? sql<boolean>`true` : sql<boolean>`home_scope = ${unit}`)
    .orderBy('home_scope')
    .orderBy('device_code')
    .execute()

type Row = Awaited<ReturnType<typeof devicesIn>>[number]

function deviceTold(centre: Centre, row: Row, unitName: string): Told {
  const said = lastHeartbeat.safeParse(JSON.parse(row.last_heartbeat ?? 'null')).data ?? null
  const device = {
    deviceId: row.device_id,
    deviceCode: row.device_code,
    deviceName: row.device_name,
    scope: row.home_scope,
    unitName,
    state: row.state === 'quarantined' ? ('quarantined' as const) : ('active' as const),
    appVersion: row.app_version,
    lastContactAt: row.last_seen_at,
    unsent: said?.unsent ?? null,
    oldestUnsentAt: said?.oldestUnsentAt ?? null,
    freeDiskBytes: said?.freeDiskBytes ?? null,
    clockSkewSeconds: said && Math.round((Date.parse(said.deviceTime) - Date.parse(said.receivedAt)) / 1000),
  }
  return { ...device, worries: worriesOf(centre, device) }
}

type Looked = Pick<Told, 'state' | 'lastContactAt' | 'unsent' | 'oldestUnsentAt' | 'freeDiskBytes' | 'clockSkewSeconds'>

/** Why somebody should look at it, the most pressing first; the limits are those at which the desk itself locks. */
function worriesOf({ region, now }: Centre, device: Looked): Told['worries'] {
  const { lastContactAt, unsent, oldestUnsentAt, freeDiskBytes, clockSkewSeconds } = device
  const facts = { now: instantOf(now()), syncedAt: lastContactAt, freeDiskBytes, onlineSignInAt: null }
  const gates = gatesOf({ ...facts, unsent: { count: unsent ?? 0, oldestAt: oldestUnsentAt } }, gateLimits(region))
  return [
    ...(device.state === 'quarantined' ? [{ kind: 'quarantined' as const, stage: 'locked' as const }] : []),
    ...gates.map(({ kind, stage }) => ({ kind, stage })),
    ...(Math.abs(clockSkewSeconds ?? 0) > region.limits.clockSkewWarnSeconds
      ? [{ kind: 'clock' as const, stage: 'soon' as const }]
      : []),
    ...(lastContactAt === null ? [{ kind: 'unheard' as const, stage: 'soon' as const }] : []),
  ]
}

const weight = { locked: 100, soon: 10 } as const
const urgency = ({ worries }: Told): number => worries.reduce((sum, { stage }) => sum + weight[stage], 0)
const byContact = (a: Told, b: Told): number => (a.lastContactAt ?? '').localeCompare(b.lastContactAt ?? '')
