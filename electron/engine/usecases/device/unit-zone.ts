import type { ReadSet } from '../stores.ts'

/** IANA zone in which this desk's days begin and end. */
export async function unitZone(db: Pick<ReadSet, 'device' | 'directory' | 'settings'>): Promise<string> {
  const device = await db.device.current()
  const unit = device && (await db.directory.unit(device.homeScope))
  return unit?.zone ?? (await db.settings.region()).zone
}
