import type { RowChange } from '../act/row-set.ts'
import type { Outcome, Rule } from '../act/rule.ts'
import { doneBy, moveOne, outcomeOf } from '../movement/card-move-rule.ts'
import type { Shipment, ShipmentDispatched } from './shipment.ts'

/**
 * Cards left for their kelurahan with a courier. The parcel has its list from then on; a card that cannot have been in it (not printed, of another
 * unit, in another parcel) stays as it was with a case, and stays on the list: the kelurahan says what came. A unit gets no parcel announced, and none of its
 * cards sent, by somebody who has no business there: that leaves a case about each card alone.
 */
export const dispatchRule: Rule<ShipmentDispatched> = {
  kind: 'fact',
  // At the Dinas alone (`cityWideRoles`), whichever unit the parcel is for.
  id: ({ shipmentId }) => shipmentId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ shipmentId, cardIds }) => [
    { entity: 'shipment', id: shipmentId },
    ...cardIds.flatMap((cardId) => [{ entity: 'card', id: cardId } as const, { aboutCard: cardId }]),
  ],
  narrow: (fact, { entity, id }) =>
    entity === 'card' ? { ...fact, cardIds: fact.cardIds.filter((cardId) => cardId === id) } : fact,
  apply: (rows, fact, seen): Outcome => {
    const boundFor = seen.permitted ? fact.scope : seen.scope
    const moved = fact.cardIds.map((cardId, index) => moveOne(rows, { ...moveOf(fact, cardId), boundFor }, seen, index))
    const outcome = outcomeOf(moved)
    if (boundFor !== fact.scope || rows.get('shipment', fact.shipmentId)) return outcome
    return { ...outcome, changed: [...outcome.changed, announced(fact)] }
  },
}

const moveOf = (fact: ShipmentDispatched, cardId: string) => ({
  ...doneBy(fact),
  actId: fact.shipmentId,
  cardId,
  kind: 'dispatched' as const,
  number: fact.number,
  reason: null,
  shipmentId: fact.shipmentId,
  handoverId: null,
  place: null,
})

const sentBy = ({ staffId, staffName, staffCode, deviceCode, signature, courierSignature }: ShipmentDispatched) => ({
  ...{ staffId, staffName, staffCode, deviceCode },
  ...{ signature, courierSignature },
})

function announced(fact: ShipmentDispatched): RowChange {
  const { shipmentId: id, scope, number, fromUnit, at: sentAt, courierName, cardIds } = fact
  const row: Shipment = {
    id,
    scope,
    number,
    fromUnit,
    state: 'announced',
    sentAt,
    courierName,
    cardIds: [...new Set(cardIds)],
    counts: [],
    lines: [],
    sent: sentBy(fact),
  }
  return { entity: 'shipment', id, row }
}
