import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { ShipmentLine } from '#shared/contract/engine/shipments.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Card, StoragePlace } from '#shared/domain/card/card.ts'
import { nextFreePlace } from '#shared/domain/card/shelf.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Shipment } from '#shared/domain/shipment/shipment.ts'
import type { CountedCard } from '../count-stores.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'
import { isSignedAlready, parcelLine, signedLine } from './parcel-lines.ts'
import { readLabel } from './read-label.ts'

type Counted = OutputOf<'shipment.count-line'>

/** Notes one scanned card of a parcel, sound and in the next free place: on disk before the next card is scanned. Fault: shipment-unknown. */
export async function countLine(
  deps: Deps,
  { shipmentId, code }: ParsedInputOf<'shipment.count-line'>,
  who: Who,
  answering: Answering,
): Answer<Counted> {
  const answer = await answering(async (tx): Promise<Result<Counted, Fault>> => {
    const shipment = (await tx.things.find('shipment', shipmentId))?.row
    if (!shipment) return fail('shipment-unknown')
    const label = await readLabel(tx, code, await stillLookedFor(tx, shipment))
    switch (label.kind) {
      case 'unreadable':
        return ok({ kind: 'unreadable', characters: code.length })
      case 'kitir':
        return ok({ kind: 'kitir', ownerName: label.card.ownerName })
      case 'shipment':
        return ok({ kind: 'shipment', shipmentId: label.shipment.id, number: label.shipment.number })
      case 'unknown':
        return ok(await count(deps, tx, who, { shipment, card: null, key: label.text }))
      case 'card':
        return ok(await count(deps, tx, who, { shipment, card: label.card, key: label.card.id }))
    }
  })
  if (answer.ok && answer.value.kind === 'counted') deps.announce(`counting:${shipmentId}`)
  return answer
}

async function stillLookedFor(tx: WriteSet, { id, cardIds, lines }: Shipment): Promise<ReadonlySet<string>> {
  const found = new Set([...lines, ...(await tx.counts.of(id))].filter(isFound).map(({ cardId }) => cardId))
  return new Set(cardIds.filter((cardId) => !found.has(cardId)))
}

const isFound = ({ counted }: { readonly counted: string }) => counted !== 'missing'

interface Scanned {
  readonly shipment: Shipment
  /** null: a label of no card known here. */
  readonly card: Card | null
  readonly key: string
}

async function count(deps: Deps, tx: WriteSet, { staff }: Who, { shipment, card, key }: Scanned): Promise<Counted> {
  const signed = signedLine(shipment, key)
  const draft = await tx.counts.find(shipment.id, key)
  const shown = (noted: CountedCard | null): Promise<ShipmentLine> =>
    parcelLine(tx, shipment, key, { draft: noted, signed })
  if (draft && isFound(draft) && !isSignedAlready({ draft, signed })) return { kind: 'again', line: await shown(draft) }
  if (signed && isFound(signed)) return { kind: 'received', line: await shown(draft), ...signedBy(shipment) }
  if (card && isSettled(card)) return { kind: 'not-on-the-way', ownerName: card.ownerName, state: card.state }
  const line: CountedCard = {
    shipmentId: shipment.id,
    key,
    cardId: card?.id ?? null,
    labelCode: card?.labelCode ?? key,
    counted: 'good',
    place: card === null ? null : await freePlace(tx, shipment.id),
    note: '',
    ofShipment: card?.shipmentId && card.shipmentId !== shipment.id ? card.shipmentId : null,
    at: deps.clock.now(),
    staffId: staff.id,
  }
  await tx.counts.save(line)
  return { kind: 'counted', line: await shown(line) }
}

/** Lies in the drawer, is out with a team, was given away, went back or is lost: it cannot have come with a parcel. */
const settled: ReadonlySet<Card['state']> = new Set([
  'ready',
  'with-team',
  'handed-over',
  'returned',
  'damaged',
  'lost',
])
const isSettled = ({ state }: Card) => settled.has(state)

const signedBy = ({ counts }: Shipment) => ({
  number: counts.at(-1)?.number ?? '',
  staffName: counts.at(-1)?.staffName ?? '',
})

/** Beside the card counted last, so that one hand puts them away in a row. */
export async function freePlace(tx: WriteSet, shipmentId: string): Promise<StoragePlace | null> {
  const { shelf } = await tx.settings.region()
  return nextFreePlace(shelf, await tx.counts.lastPlace(shipmentId), (place) => tx.counts.isTaken(place))
}
