import type { Db } from '../database/open-database.ts'

/** A device as who looks after them sees it: which generations it had and why, and computers that came under one from which another has gone on. */
export interface ListedDevice {
  readonly deviceId: string
  readonly deviceName: string
  readonly homeScope: string
  readonly state: string
  readonly generation: number
  readonly appVersion: string
  readonly enrolledAt: string
  readonly lastSeenAt: string | null
  readonly generations: readonly { readonly generation: number; readonly since: string; readonly reason: string }[]
  readonly copies: readonly { readonly generation: number; readonly firstAt: string; readonly lastAt: string }[]
}

/** Devices of one scope; null: those of all scopes of which a copy was seen. */
export async function listDevices(db: Db, scope: string | null): Promise<readonly ListedDevice[]> {
  const devices = scope === null ? await copiedDevices(db) : await devicesOf(db, scope)
  return Promise.all(devices.map((one) => withHistory(db, one)))
}

type DeviceRow = Awaited<ReturnType<typeof devicesOf>>[number]

const devicesOf = (db: Db, scope: string) =>
  db.selectFrom('devices').selectAll().where('home_scope', '=', scope).orderBy('device_code').execute()

async function copiedDevices(db: Db): Promise<DeviceRow[]> {
  const copied = await db.selectFrom('device_copies').select('device_id').distinct().orderBy('device_id').execute()
  const found = copied.map(({ device_id }) =>
    db.selectFrom('devices').selectAll().where('device_id', '=', device_id).execute(),
  )
  return (await Promise.all(found)).flat()
}

async function withHistory(db: Db, one: DeviceRow): Promise<ListedDevice> {
  const generations = await db
    .selectFrom('device_generations')
    .select(['generation', 'since', 'reason'])
    .where('device_id', '=', one.device_id)
    .orderBy('generation')
    .execute()
  const copies = await db
    .selectFrom('device_copies')
    .select(['generation', 'first_at as firstAt', 'last_at as lastAt'])
    .where('device_id', '=', one.device_id)
    .orderBy('generation')
    .execute()
  return {
    deviceId: one.device_id,
    deviceName: one.device_name,
    homeScope: one.home_scope,
    state: one.state,
    generation: one.generation,
    appVersion: one.app_version,
    enrolledAt: one.enrolled_at,
    lastSeenAt: one.last_seen_at,
    generations,
    copies,
  }
}
