import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Shipment } from '#shared/domain/shipment/shipment.ts'
import type { Answer, Deps } from '../deps.ts'
import type { Seen } from '../stores.ts'

type Page = OutputOf<'shipment.list'>

const statesOf = { open: ['announced', 'partly-received'], received: ['received'] } as const

/** Parcels on their way to this unit, or those that came, newest first. */
export function listShipments(deps: Deps, { which, offset, limit }: ParsedInputOf<'shipment.list'>): Answer<Page> {
  return deps.reading(async (db) => {
    const states = statesOf[which]
    const seen = await db.things.list('shipment', { states, newestFirst: true, offset, limit })
    const found = await db.counts.found()
    return ok({
      rows: seen.map((one) => ({ ...headOf(one), ...numbersOf(one.row), counted: found.get(one.row.id) ?? 0 })),
      total: await db.things.count('shipment', { states }),
      dataAsOf: await db.device.dataAsOf(),
    })
  })
}

export const headOf = ({ row, centre }: Seen<Shipment>) => ({
  shipmentId: row.id,
  number: row.number,
  fromUnit: row.fromUnit,
  sentAt: row.sentAt,
  courierName: row.courierName,
  state: row.state,
  centre,
})

const numbersOf = ({ cardIds, lines, counts }: Shipment) => ({
  cards: cardIds.length,
  received: lines.filter(({ cardId, counted }) => counted !== 'missing' && cardIds.includes(cardId ?? '')).length,
  differences: lines.filter(({ counted }) => counted !== 'good').length,
  lastCountAt: counts.at(-1)?.at ?? null,
})
