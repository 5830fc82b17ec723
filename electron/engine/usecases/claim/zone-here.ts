import type { ReadSet } from '../stores.ts'

/** Zone of the unit where this device stands. */
export async function zoneHere(db: Pick<ReadSet, 'device' | 'directory' | 'settings'>): Promise<string> {
  const device = await db.device.current()
  const unit = device && (await db.directory.unit(device.homeScope))
  return unit?.zone ?? (await db.settings.region()).zone
}
