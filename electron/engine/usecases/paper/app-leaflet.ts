import { ok } from '#shared/domain/result.ts'
import { fail } from '../fail.ts'
import { paperBaseOf } from './paper-base-of.ts'
import type { PaperBuilder } from './paper-builder.ts'

/** Selebaran of the apps, where the city's pack says where they are got. Fault: paper-unknown. */
export const appLeaflet: PaperBuilder<'app-leaflet'> = async (db, _asked, { staff, now }) => {
  const { apps } = await db.settings.region()
  if (!apps) return fail('paper-unknown')
  const scope = (await db.device.current())?.homeScope ?? staff.scope
  return ok({ ...(await paperBaseOf(db, scope, now)), kind: 'app-leaflet', apps })
}
