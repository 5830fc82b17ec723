import type { KnownRegions } from '#shared/domain/nik/nik-troubles.ts'
import type { ReadSet } from '../stores.ts'

/** By which the numbers of citizens are checked here. */
export async function knownRegions(db: Pick<ReadSet, 'settings'>): Promise<KnownRegions> {
  const { provinces = [], districts = [] } = await db.settings.region()
  return { provinces, districts }
}
