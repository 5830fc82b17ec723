import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { Device } from '../stores.ts'

/** This device, where it stands at the Dinas and the centre can be reached. Faults: not-at-the-dinas, online-only. */
export async function atTheDinas({ reading, sync }: Pick<Deps, 'reading' | 'sync'>): Answer<Device> {
  const device = await reading(async (db) => {
    const current = await db.device.current()
    const unit = current && (await db.directory.unit(current.homeScope))
    return unit?.kind === 'dinas' ? current : null
  })
  if (device === null) return fail('not-at-the-dinas')
  return sync.online() ? ok(device) : fail('online-only')
}
