import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { heartbeatRequest } from '#shared/contract/sync/protocol.ts'
import type { CityAnswer, devicesQuery } from '#shared/contract/sync/queries.ts'
import { gateLimits } from '#shared/domain/gate/gate-limits.ts'
import { gatesOf } from '#shared/domain/gate/gates.ts'
import { type Centre, instantOf, laterBy } from '../centre.ts'
import type { Db } from '../database/open-database.ts'
import { releasable } from '../devices/release-work.ts'
import { unitNames } from './stored-rows.ts'

type Told = CityAnswer<'devices'>['devices'][number]

/** What a device said of itself, and when it was heard by the centre's clock. */
const { unsent, oldestUnsentAt, freeDiskBytes, deviceTime } = heartbeatRequest.shape
const lastHeartbeat = z.object({ unsent, oldestUnsentAt, freeDiskBytes, deviceTime, receivedAt: deviceTime })

/**
 * Every device that goes on, the one that most needs somebody first; or every revoked one, the latest first. Lengths of all limits come from the region pack.
 */
export async function cityDevices(
  centre: Centre,
  { unit, revoked, offset, limit }: z.output<typeof devicesQuery>,
): Promise<CityAnswer<'devices'>> {
  const inUnit = unit === undefined ? sql<boolean>`true` : sql<boolean>`home_scope = ${unit}`
  const gone = sql<boolean>`state ${revoked ? sql`=` : sql`<>`} 'revoked'`
  const found = await devicesWhere(centre.db, sql<boolean>`${inUnit} AND ${gone}`)
  const told = await allTold(centre, found)
  const sorted = told.sort(revoked ? byEnd : (a, b) => urgency(b) - urgency(a) || byContact(a, b))
  return { at: instantOf(centre.now()), total: sorted.length, devices: sorted.slice(offset, offset + limit) }
}

/** One device, whatever it may still do; null: nobody knows it. */
export async function cityDevice(centre: Centre, deviceId: string): Promise<Told | null> {
  const [told] = await allTold(centre, await devicesWhere(centre.db, sql<boolean>`"device_id" = ${deviceId}`))
  return told ?? null
}

const devicesWhere = (db: Db, where: RawBuilder<boolean>) =>
  db
    .selectFrom('devices')
    .select(['device_id', 'home_scope', 'device_code', 'device_name', 'state', 'app_version', 'enrolled_at'])
    .select(['last_heartbeat', 'last_seen_at', 'revoked_at', 'revoked_for', 'reported_at', 'left_at'])
    .where(where)
    .orderBy('home_scope')
    .orderBy('device_code')
    .execute()

type Row = Awaited<ReturnType<typeof devicesWhere>>[number]

async function allTold(centre: Centre, found: readonly Row[]): Promise<Told[]> {
  const beside = await besideOf(
    centre.db,
    found.map(({ device_id }) => device_id),
  )
  const scopes = [...found.map(({ home_scope }) => home_scope), ...[...beside.moves.values()].map(({ to }) => to)]
  const nameOf = await unitNames(centre.db, scopes)
  return found.map((row) => {
    const move = beside.moves.get(row.device_id)
    return {
      ...deviceTold(centre, row, nameOf(row.home_scope)),
      revoked: revocationTold(row, beside.kept.has(row.device_id)),
      move: move ? { ...move, toName: nameOf(move.to) } : null,
      copySeen: beside.copies.has(row.device_id),
    }
  })
}

/** What is kept of devices elsewhere than in their rows. */
async function besideOf(db: Db, ids: readonly string[]) {
  const of = ids.length === 0 ? [''] : [...ids]
  const orders = await db
    .selectFrom('device_moves')
    .select(['device_id', 'to_scope as to', 'ordered_at as orderedAt'])
    .where('device_id', 'in', of)
    .where('state', '=', 'ordered')
    .execute()
  const copies = await db.selectFrom('device_copies').select('device_id').where('device_id', 'in', of).execute()
  const kept = await db
    .selectFrom('quarantine')
    .select(['device_id', 'at'])
    .where('device_id', 'in', of)
    .where('reason', 'in', [...releasable])
    .execute()
  const released = await db
    .selectFrom('device_acts')
    .select(['device_id', 'at'])
    .where('device_id', 'in', of)
    .where('kind', '=', 'release')
    .execute()
  const isReleased = (one: { device_id: string; at: string }) =>
    released.some(({ device_id, at }) => device_id === one.device_id && at >= one.at)
  return {
    moves: new Map(orders.map(({ device_id, ...move }) => [device_id, move])),
    copies: new Set(copies.map(({ device_id }) => device_id)),
    kept: new Set(kept.filter((one) => !isReleased(one)).map(({ device_id }) => device_id)),
  }
}

const noticeSeconds = 3 * 86_400

/** UU 27/2022, article 46: three times twenty-four hours from when it was known. */
function revocationTold(row: Row, workKept: boolean): Told['revoked'] {
  if (row.state !== 'revoked') return null
  const { revoked_at, revoked_for: reason, left_at: leftAt, enrolled_at } = row
  const reportedAt = reason === 'retired' ? null : row.reported_at
  const noticeDueAt = reportedAt && laterBy(new Date(reportedAt), noticeSeconds)
  return { at: revoked_at ?? enrolled_at, reason, reportedAt, noticeDueAt, leftAt, workKept }
}

function deviceTold(centre: Centre, row: Row, unitName: string): Told {
  const said = lastHeartbeat.safeParse(JSON.parse(row.last_heartbeat ?? 'null')).data ?? null
  const device = {
    deviceId: row.device_id,
    deviceCode: row.device_code,
    deviceName: row.device_name,
    scope: row.home_scope,
    unitName,
    state: row.state,
    appVersion: row.app_version,
    lastContactAt: row.last_seen_at,
    unsent: said?.unsent ?? null,
    oldestUnsentAt: said?.oldestUnsentAt ?? null,
    freeDiskBytes: said?.freeDiskBytes ?? null,
    clockSkewSeconds: said && Math.round((Date.parse(said.deviceTime) - Date.parse(said.receivedAt)) / 1000),
  }
  return { ...device, worries: row.state === 'revoked' ? [] : worriesOf(centre, device) }
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
const byEnd = (a: Told, b: Told): number => (b.revoked?.at ?? '').localeCompare(a.revoked?.at ?? '')
const byContact = (a: Told, b: Told): number => (a.lastContactAt ?? '').localeCompare(b.lastContactAt ?? '')
