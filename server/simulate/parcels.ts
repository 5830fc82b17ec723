import type { Card } from '#shared/domain/card/card.ts'
import type { Shipment } from '#shared/domain/shipment/shipment.ts'
import type { RowToWrite } from '../sync/write-row.ts'
import { day, hour, instant, localDay, officeHour } from './calendar.ts'
import type { CardPlan } from './cards.ts'
import type { Chance } from './chance.ts'

/** A parcel on its way, with the cards that are in it. */
export interface Parcel {
  readonly shipment: Shipment
  readonly cards: readonly Card[]
}

const shipped = (kind: CardPlan['kind'], issueReason: CardPlan['issueReason']): CardPlan => ({
  kind,
  issueReason,
  state: 'shipped',
  age: 0,
  late: false,
})

/** Twelve cards, to try counting in with. */
export const parcelPlans: readonly CardPlan[] = [
  shipped('ktp-el', 'damaged'),
  shipped('ktp-el', 'lost'),
  shipped('ktp-el', 'data-change'),
  shipped('kia', 'new'),
  shipped('ktp-el', 'age-17'),
  shipped('ktp-el', 'damaged'),
  shipped('kia', 'new'),
  shipped('ktp-el', 'moved-in'),
  shipped('ktp-el', 'damaged'),
  shipped('ktp-el', 'lost'),
  shipped('kia', 'damaged'),
  shipped('ktp-el', 'damaged'),
]

interface Dispatch {
  readonly scope: string
  readonly now: number
  readonly chance: Chance
  /** Number of the parcels before it in this kelurahan. */
  readonly before: number
  /** How long ago it left. */
  readonly age: number
}

const couriers = ['Agus Wibowo', 'Slamet Riyadi'] as const

/** The list of a parcel with these cards, as Siola announced it. */
export function parcelOf(cards: readonly Card[], { scope, now, chance, before, age }: Dispatch): Parcel {
  const sent = Math.min(officeHour(now - age, 13), now - hour)
  const count = (Number(scope.slice(-3)) % 400) * 2 + before + 1
  const shipment: Shipment = {
    id: chance.uuid(),
    scope,
    number: `${String(count).padStart(4, '0')}/BAK/SIOLA-01/${localDay(sent).slice(0, 4)}`,
    fromUnit: 'Siola',
    state: 'announced',
    sentAt: instant(sent),
    courierName: chance.pick(couriers),
    cardIds: cards.map(({ id }) => id),
    counts: [],
    lines: [],
  }
  return { shipment, cards }
}

/** Left yesterday, or this morning. */
export const parcelAges = { earlier: day, last: 2 * hour } as const

/** Says in the row of each card which parcel it is in. */
export function nameParcel(rows: RowToWrite[], { shipment }: Parcel): void {
  const within = new Set(shipment.cardIds)
  for (const [index, one] of rows.entries())
    if (one.entity === 'card' && within.has(one.id))
      rows[index] = { ...one, row: { ...one.row, shipmentId: shipment.id } }
}

/** Cards on the way that no parcel has yet. */
export const looseCards = (rows: readonly RowToWrite[]): readonly Card[] =>
  rows.flatMap(({ entity, row }) => {
    const card = row as Card
    return entity === 'card' && card.state === 'shipped' && !card.shipmentId ? [card] : []
  })
