import type { CityAnswer } from '#shared/contract/sync/queries.ts'
import type { Db } from '../database/open-database.ts'

const most = 200

/** Who did what with a device, newest first. */
export async function actsOfDevice(db: Db, deviceId: string): Promise<CityAnswer<'device-acts'>> {
  const found = await db
    .selectFrom('device_acts')
    .select(['at', 'kind', 'staff_name as by', 'about'])
    .where('device_id', '=', deviceId)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return { acts: found.map((one) => ({ ...one, about: JSON.parse(one.about) })) }
}
