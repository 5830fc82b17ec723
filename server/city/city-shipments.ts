import { sql } from 'kysely'
import type { z } from 'zod'
import type { CityAnswer, shipmentsQuery } from '#shared/contract/sync/queries.ts'
import type { Shipment } from '#shared/domain/shipment/shipment.ts'
import type { Db } from '../database/open-database.ts'
import { notFound } from '../problem.ts'
import { readRow } from '../sync/read-row.ts'
import { cityCard } from './city-cards.ts'
import { field, rowsById, storedRows, unitNames } from './stored-rows.ts'

/** Parcels of the city, newest first. */
export async function cityShipments(db: Db, asked: z.output<typeof shipmentsQuery>): Promise<CityAnswer<'shipments'>> {
  const { unit = null, offset, limit } = asked
  const order = sql`${field('sentAt')} DESC`
  const { total, rows } = await storedRows(db, 'shipment', { scope: unit, order, offset, limit })
  const nameOf = await unitNames(
    db,
    rows.map(({ scope }) => scope),
  )
  return { total, shipments: rows.map((one) => told(one, nameOf(one.scope))) }
}

/** One parcel with the cards of its list. Throws 404. */
export async function cityShipment(db: Db, id: string): Promise<CityAnswer<'shipment'>> {
  const shipment = await readRow(db, 'shipment', id)
  if (!shipment) throw notFound()
  const cards = await rowsById(db, 'card', shipment.cardIds)
  const unitName = (await unitNames(db, [shipment.scope]))(shipment.scope)
  return { shipment, unitName, cards: [...cards.values()].map(cityCard) }
}

function told(one: Shipment, unitName: string): CityAnswer<'shipments'>['shipments'][number] {
  const { id: shipmentId, scope, number, state, sentAt, courierName, cardIds, lines } = one
  const of = (...as: readonly string[]) =>
    lines.filter(({ cardId, counted }) => cardId !== null && cardIds.includes(cardId) && as.includes(counted)).length
  const counts = { cards: cardIds.length, counted: of('good', 'damaged'), missing: of('missing') }
  return { shipmentId, scope, unitName, number, state, sentAt, courierName, ...counts }
}
