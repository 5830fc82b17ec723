import type { RowChange } from '#shared/domain/act/row-set.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Filing, Kitir } from '#shared/domain/filing/filing.ts'
import type { Shipment } from '#shared/domain/shipment/shipment.ts'
import type { RowAccess } from '../sync/row-access.ts'
import { kitirKey } from '../sync/row-keys.ts'
import type { CourseStep, MadeCard, Parcel } from './kng-messages.ts'

/** Cards that were made for an application, and the parcels they left in. A card that is at the unit already is the unit's own matter. */
export async function cardsTold(
  rows: RowAccess,
  filing: Filing,
  application: Application | null,
  steps: readonly CourseStep[],
): Promise<readonly RowChange[]> {
  const changed = new Map<string, RowChange>()
  const cardOf = async (id: string) =>
    (changed.get(`card ${id}`)?.row as Card | undefined) ?? (await rows.one('card', id))
  for (const { cards = [], parcel } of steps) {
    for (const made of cards)
      if (!(await cardOf(made.cardId)))
        put(changed, { entity: 'card', id: made.cardId, row: await newCard(rows, filing, application, made) })
    if (!parcel) continue
    const scope = unitOf(filing)
    if (!(await rows.one('shipment', parcel.shipmentId)))
      put(changed, { entity: 'shipment', id: parcel.shipmentId, row: announced(parcel, scope) })
    for (const id of parcel.cardIds) {
      const card = await cardOf(id)
      if (card?.applicationId === filing.id && inTheOffice(card))
        put(changed, { entity: 'card', id, row: { ...card, state: 'shipped', shipmentId: parcel.shipmentId } })
    }
  }
  return [...changed.values()]
}

const put = (changed: Map<string, RowChange>, one: RowChange) => changed.set(`${one.entity} ${one.id}`, one)

const unitOf = ({ collectionUnit, scope }: Filing) => collectionUnit ?? scope

const inTheOffice = ({ state }: Card): boolean => state === 'print-queue' || state === 'printed' || state === 'sorted'

/** Its e-Kitir is the one from the counter, and so is its PIN. */
async function newCard(
  rows: RowAccess,
  filing: Filing,
  application: Application | null,
  { cardId, ...made }: MadeCard,
): Promise<Card> {
  const found = await rows.byKeys(['kitir'], [kitirKey(filing.kitirNumber)])
  const kitir = found.map(({ row }) => row as Kitir).find(({ applicationId }) => applicationId === filing.id)
  return {
    ...made,
    ...{ id: cardId, scope: unitOf(filing), applicationId: filing.id, state: 'sorted' },
    ...{ kitirNumber: filing.kitirNumber, kitirCode: kitir?.code ?? filing.kitirNumber },
    ...{ pinVerifier: kitir?.pinVerifier ?? null, place: null, arrivedAt: null, handedOver: null, caseId: null },
    ...{ acceptedAt: application?.acceptedAt ?? null, dueAt: application?.dueAt ?? null, fulfilledAt: null },
  }
}

const announced = (
  { shipmentId, number, fromUnit, sentAt, courierName, cardIds }: Parcel,
  scope: string,
): Shipment => ({
  ...{ id: shipmentId, scope, number, fromUnit, state: 'announced', sentAt, courierName, cardIds },
  counts: [],
  lines: [],
})
