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

/** Cards were counted in. Two clerks may count one parcel at once, on two desks: their lines are put together, and nobody's is lost. */
export const receiveRule: Rule<ShipmentReceived> = {
  kind: 'fact',
  roles: ['counter', 'kelurahan', 'supervisor'],
  id: ({ countId }) => countId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ shipmentId, lines }) => [
    { entity: 'shipment', id: shipmentId },
    ...lines.flatMap(({ cardId }) =>
      cardId === null ? [] : [{ entity: 'card', id: cardId } as const, { aboutCard: cardId }],
    ),
  ],
  apply: (rows, fact, seen): Outcome => {
    const shipment = rows.get('shipment', fact.shipmentId)
    const fresh = newLines(rows, shipment, fact)
    const moved = fresh.map((line, index) => moveOne(rows, moveOf(fact, line), seen, index))
    const outcome = outcomeOf(moved)
    if (shipment === null) return { ...outcome, verdict: 'conflict', code: outcome.code ?? 'shipment-unknown' }
    if (traced(shipment, fact.countId)) return outcome
    return { ...outcome, changed: [...outcome.changed, countedIn(shipment, fact, seen)] }
  },
}

type Line = CountLine & { readonly cardId: string }

/** What another desk counted before in the same way is no second movement. A card found after it was missed is. */
function newLines(rows: RowSet, shipment: Shipment | null, fact: ShipmentReceived): Line[] {
  const before = new Map(shipment?.lines.map((line) => [line.cardId, line.counted]))
  return fact.lines.filter((line): line is Line => {
    if (line.cardId === null) return false
    const earlier = before.get(line.cardId)
    if (earlier === undefined || traced(rows.get('card', line.cardId), fact.countId)) return true
    return earlier === 'missing' ? line.counted !== 'missing' : contradicts(earlier, line.counted)
  })
}

/** In good order here, damaged there. That another desk did not see it says nothing. */
const contradicts = (earlier: CountedAs, later: CountedAs) =>
  later !== 'missing' && (earlier === 'damaged') !== (later === 'damaged')

const moveOf = (fact: ShipmentReceived, line: Line) => ({
  ...doneBy(fact),
  actId: fact.countId,
  cardId: line.cardId,
  kind: kindOf[line.counted],
  number: fact.number,
  reason: line.note === '' ? null : line.note,
  shipmentId: fact.shipmentId,
  handoverId: null,
  place: line.place,
})

function countedIn(shipment: Shipment, fact: ShipmentReceived, _seen: Seen): RowChange {
  const { countId, number, complete, courierName } = fact
  const lines = joined(shipment.lines, fact.lines)
  const found = new Set(lines.map(({ cardId }) => cardId))
  const whole = complete || shipment.cardIds.every((id) => found.has(id))
  const counts = [...shipment.counts, { ...doneBy(fact), countId, number, complete, courierName }]
  const state = whole || shipment.state === 'received' ? 'received' : 'partly-received'
  return { entity: 'shipment', id: shipment.id, row: { ...shipment, state, counts, lines } }
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
