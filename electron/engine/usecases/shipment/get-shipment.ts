import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { ShipmentCount } from '#shared/domain/shipment/shipment.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { paperNumber } from '../paper-number.ts'
import { headOf } from './list-shipments.ts'
import { parcelLines } from './parcel-lines.ts'

/** One parcel with its list. Fault: shipment-unknown. */
export function getShipment(deps: Deps, { shipmentId }: { shipmentId: string }): Answer<OutputOf<'shipment.get'>> {
  return deps.reading(async (db) => {
    const seen = await db.things.find('shipment', shipmentId)
    if (seen === null) return fail('shipment-unknown')
    return ok({
      ...headOf(seen),
      lines: await parcelLines(db, seen.row),
      counts: seen.row.counts.map(countOf),
      nextNumber: await paperNumber(db, 'BAP', deps.clock.now(), db.numbers.peek),
      dataAsOf: await db.device.dataAsOf(),
    })
  })
}

const countOf = ({ countId, number, at, staffName, deviceCode, courierName, complete }: ShipmentCount) => ({
  countId,
  number,
  at,
  staffName,
  deviceCode,
  courierName,
  complete,
})
