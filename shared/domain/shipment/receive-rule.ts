import type { RowChange, RowSet } from '../act/row-set.ts'
import { traced } from '../act/row-set.ts'
import type { Outcome, Rule, Seen } from '../act/rule.ts'
import { doneBy, moveOne, outcomeOf } from '../movement/card-move-rule.ts'
import type { MovementKind } from '../movement/movement.ts'
import type { CountedAs, CountLine, Shipment, ShipmentReceived } from './shipment.ts'

/** An extra card is in the drawer now like any other; a missing one is not. */
const kindOf: Record<CountedAs, MovementKind> = {
  good: 'received',
  extra: 'received',
  damaged: 'received-damaged',
  missing: 'missing',
}

/**
 * Cards were counted in. Two clerks may count one parcel at once, on two desks: their lines are put together, and nobody's is lost. A card of another unit
 * stays as it was with a case, and its own parcel learns where it lies.
 */
export const receiveRule: Rule<ShipmentReceived> = {
  kind: 'fact',
  id: ({ countId }) => countId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ shipmentId, lines }) => [
    { entity: 'shipment', id: shipmentId },
    ...strayedFrom(shipmentId, lines).map((id) => ({ entity: 'shipment', id }) as const),
    ...lines.flatMap(({ cardId }) =>
      cardId === null ? [] : [{ entity: 'card', id: cardId } as const, { aboutCard: cardId }],
    ),
  ],
  narrow: (fact, { entity, id }) =>
    entity === 'card' ? { ...fact, lines: fact.lines.filter(({ cardId }) => cardId === id) } : fact,
  apply: (rows, fact, seen): Outcome => {
    const shipment = rows.get('shipment', fact.shipmentId)
    const unit = unitCounting(shipment, seen)
    const fresh = newLines(rows, shipment, fact)
    const moved = fresh.map((line, index) => moveOne(rows, moveOf(fact, shipment, line, unit), seen, index))
    const told = outcomeOf(moved)
    const outcome = { ...told, changed: [...told.changed, ...foundElsewhere(rows, fact, unit, seen)] }
    if (shipment === null) return { ...outcome, verdict: 'conflict', code: outcome.code ?? 'shipment-unknown' }
    if (shipment.scope !== unit) return { ...outcome, verdict: 'conflict', code: outcome.code ?? 'not-permitted' }
    if (traced(shipment, fact.countId)) return outcome
    return { ...outcome, changed: [...outcome.changed, countedIn(shipment, fact)] }
  },
}

/** Where the parcel was opened: where it was to go, or, by somebody who may not count there, at their own desk. */
const unitCounting = (shipment: Shipment | null, { permitted, scope }: Seen): string =>
  permitted && shipment ? shipment.scope : scope

/** Other parcels that a card of this one should have come with. */
const strayedFrom = (shipmentId: string, lines: readonly CountLine[]): readonly string[] => [
  ...new Set(lines.flatMap(({ ofShipment }) => (ofShipment && ofShipment !== shipmentId ? [ofShipment] : []))),
]

/**
 * A parcel learns where its card turned up: under the number of the other one's berita acara. In a parcel to the same unit it has come; in a parcel to
 * another unit it has not, and is missing until it is brought.
 */
function foundElsewhere(rows: RowSet, fact: ShipmentReceived, unit: string, { permitted }: Seen): RowChange[] {
  return strayedFrom(fact.shipmentId, fact.lines).flatMap((id) => {
    const other = rows.get('shipment', id)
    if (other === null || traced(other, fact.countId)) return []
    const here = other.scope === unit
    const strays = fact.lines.filter(
      ({ cardId, counted, ofShipment }) =>
        ofShipment === id &&
        counted !== 'missing' &&
        other.cardIds.includes(cardId ?? '') &&
        (here || (permitted && cameWith(rows, cardId) === id)),
    )
    if (strays.length === 0) return []
    const told = strays.map((line) => ({ ...line, ...(here ? cameIn(line) : notCome), note: fact.number }))
    const lines = joined(other.lines, told)
    if (!here) return [{ entity: 'shipment', id, row: { ...other, lines } }]
    const state = other.state === 'received' || isWhole(other, lines) ? 'received' : 'partly-received'
    return [{ entity: 'shipment', id, row: { ...other, state, lines } }]
  })
}

/** Of another unit's parcel nothing is believed but what the card's own row says. */
const cameWith = (rows: RowSet, cardId: string | null) => rows.get('card', cardId ?? '')?.shipmentId ?? null

const cameIn = ({ counted }: CountLine) => ({ counted: counted === 'damaged' ? 'damaged' : 'good' }) as const
const notCome = { counted: 'missing', place: null, ofShipment: null } as const

const isWhole = ({ cardIds }: Shipment, lines: readonly CountLine[]): boolean => {
  const found = new Set(lines.map(({ cardId }) => cardId))
  return cardIds.every((id) => found.has(id))
}

type Line = CountLine & { readonly cardId: string }

/** What another desk counted before in the same way is no second movement. A card found after it was missed is. */
function newLines(rows: RowSet, shipment: Shipment | null, fact: ShipmentReceived): Line[] {
  return fact.lines.filter((line): line is Line => {
    if (line.cardId === null) return false
    // Nobody can miss what was not announced.
    if (line.counted === 'missing' && shipment?.cardIds.includes(line.cardId) === false) return false
    const earlier = earlierLine(shipment, line)
    return !earlier || traced(rows.get('card', line.cardId), fact.countId) || !saidBefore(earlier, line.counted)
  })
}

const earlierLine = (shipment: Shipment | null, { cardId }: CountLine) =>
  shipment?.lines.find((line) => line.cardId === cardId)

/** Does a signed line say all of it already? A card found after it was missed is new; so is one that was in good order there and is damaged here. */
export const saidBefore = ({ counted: earlier }: CountLine, later: CountedAs): boolean =>
  earlier === 'missing' ? later === 'missing' : !contradicts(earlier, later)

/** In good order here, damaged there. That another desk did not see it says nothing. */
const contradicts = (earlier: CountedAs, later: CountedAs) =>
  earlier !== 'missing' && later !== 'missing' && (earlier === 'damaged') !== (later === 'damaged')

/** How many cards of the list were here before these lines, each once. */
export function foundBefore({ cardIds, lines: before }: Shipment, lines: readonly CountLine[]): number {
  const now = new Set(lines.map(({ cardId }) => cardId))
  const found = before.filter(({ counted, cardId }) => counted !== 'missing' && cardId !== null && !now.has(cardId))
  return found.filter(({ cardId }) => cardIds.includes(cardId ?? '')).length
}

const moveOf = (fact: ShipmentReceived, shipment: Shipment | null, line: Line, unit: string) => ({
  ...doneBy(fact),
  actId: fact.countId,
  cardId: line.cardId,
  kind: kindOf[line.counted],
  number: fact.number,
  reason: line.note === '' ? null : line.note,
  shipmentId: fact.shipmentId,
  handoverId: null,
  place: line.place,
  // A card of another unit lies here, and belongs elsewhere.
  boundFor: unit,
  countedDifferently: contradicts(earlierLine(shipment, line)?.counted ?? 'missing', line.counted),
})

function countedIn(shipment: Shipment, fact: ShipmentReceived): RowChange {
  const { countId, number, complete, courierName, signature, courierSignature } = fact
  const lines = joined(shipment.lines, fact.lines)
  const whole = complete || isWhole(shipment, lines)
  const before = fact.foundBefore ?? foundBefore(shipment, fact.lines)
  const signed = { complete, courierName, foundBefore: before, lines: fact.lines, signature, courierSignature }
  const counts = [...shipment.counts, { ...doneBy(fact), countId, number, ...signed }]
  const state = whole || shipment.state === 'received' ? 'received' : 'partly-received'
  return { entity: 'shipment', id: shipment.id, row: { ...shipment, state, counts, lines } }
}

/** Id of the count whose line about this card stands in the parcel; null where none does, e.g. because another parcel's count found the card. */
export function lineTakenFrom({ counts, lines }: Shipment, cardId: string): string | null {
  const standing = JSON.stringify(lines.find((line) => line.cardId === cardId))
  const told = (count: Shipment['counts'][number]) =>
    JSON.stringify(count.lines?.find((line) => line.cardId === cardId))
  return standing === undefined ? null : (counts.find((count) => told(count) === standing)?.countId ?? null)
}

/** Line by line: what was found replaces what was missing, otherwise the first count of a card stays. */
export function joined(before: readonly CountLine[], more: readonly CountLine[]): readonly CountLine[] {
  const lines = new Map<string, CountLine>()
  for (const line of [...before, ...more]) {
    const key = line.cardId ?? `label:${line.labelCode}`
    const earlier = lines.get(key)
    if (!earlier || (earlier.counted === 'missing' && line.counted !== 'missing')) lines.set(key, line)
  }
  return [...lines.values()]
}
