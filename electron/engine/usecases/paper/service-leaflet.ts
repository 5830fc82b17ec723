import { findService } from '#shared/domain/catalogue/catalogue.ts'
import { standardOf } from '#shared/domain/catalogue/standard-of.ts'
import { ok } from '#shared/domain/result.ts'
import { fail } from '../fail.ts'
import { paperBaseOf } from './paper-base-of.ts'
import type { PaperBuilder } from './paper-builder.ts'

/** Lembar persyaratan of a service as the catalogue has it now. Fault: service-unknown. */
export const serviceLeaflet: PaperBuilder<'service-leaflet'> = async (db, { id }, { staff, now }) => {
  const catalogue = await db.settings.catalogue()
  const service = findService(catalogue, id)
  if (!service) return fail('service-unknown')
  const scope = (await db.device.current())?.homeScope ?? staff.scope
  const { promise } = await db.settings.region()
  return ok({
    ...(await paperBaseOf(db, scope, now)),
    kind: 'service-leaflet',
    number: service.code,
    service,
    standard: standardOf(service, promise),
    version: catalogue.version,
  })
}
