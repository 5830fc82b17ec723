import type { PaperOf } from '#shared/domain/paper/paper.ts'
import { ok } from '#shared/domain/result.ts'
import type { Shipment } from '#shared/domain/shipment/shipment.ts'
import { askCity } from '../city/ask-city.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { dispatchRecord } from './shipment-record.ts'

/** The manifest of a parcel that left the Dinas for another unit: the centre is asked for its list. Faults: those of ask-city.ts. */
export async function cityManifest(deps: Deps, shipmentId: string, who: Who): Answer<PaperOf<'shipment-record'>> {
  const answer = await askCity(deps, { name: 'shipment', id: shipmentId }, who)
  if (!answer.ok) return answer
  const { shipment, unitName, cards } = answer.value
  const listed = cards.map(({ cardId, kitirNumber, ownerName, ownerNikMasked: nikMasked, kind: cardKind }) => {
    return [cardId, { kitirNumber, ownerName, nikMasked, cardKind }] as const
  })
  const paper = await deps.reading((db) => dispatchRecord(db, shipment as Shipment, new Map(listed)))
  return ok({ ...paper, unitLine: unitName })
}
