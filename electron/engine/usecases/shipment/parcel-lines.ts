import type { ShipmentLine } from '#shared/contract/engine/shipments.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { saidBefore } from '#shared/domain/shipment/receive-rule.ts'
import type { CountLine, Shipment } from '#shared/domain/shipment/shipment.ts'
import type { CountedCard } from '../count-stores.ts'
import type { ReadSet } from '../stores.ts'

/** Of one card: what was noted here, and what was signed anywhere. */
interface Noted {
  readonly draft: CountedCard | null
  readonly signed: CountLine | null
}

/** The list of a parcel: announced cards in their order, then what came besides, in the order it was found. */
export async function parcelLines(db: ReadSet, shipment: Shipment): Promise<ShipmentLine[]> {
  const drafts = new Map((await db.counts.of(shipment.id)).map((draft) => [draft.key, draft]))
  const signed = new Map(shipment.lines.map((line) => [keyOf(line), line]))
  const keys = new Set([...shipment.cardIds, ...signed.keys(), ...drafts.keys()])
  const known = await db.cards.some([...keys])
  const cards = new Map(known.map(({ row }) => [row.id, row]))
  const listed = new Set(shipment.cardIds)
  const lines: ShipmentLine[] = []
  for (const key of keys) {
    const noted = { draft: drafts.get(key) ?? null, signed: signed.get(key) ?? null }
    lines.push(await lineOf(db, { shipmentId: shipment.id, key, announced: listed.has(key), noted }, cards.get(key)))
  }
  return lines
}

export const keyOf = ({ cardId, labelCode }: CountLine): string => cardId ?? labelCode

export const signedLine = ({ lines }: Shipment, key: string): CountLine | null =>
  lines.find((line) => keyOf(line) === key) ?? null

/** Was it signed in the meantime, by another desk, as it is noted here? Then there is nothing left to sign. */
export const isSignedAlready = ({ draft, signed }: Noted): boolean =>
  draft !== null && signed !== null && saidBefore(signed, draft.counted)

/** One line of the list. The key of a card that is known here is its id. */
export async function parcelLine(
  db: Pick<ReadSet, 'cards' | 'things'>,
  { id: shipmentId, cardIds }: Shipment,
  key: string,
  noted: Noted,
): Promise<ShipmentLine> {
  const card = (await db.cards.find(key))?.row
  return lineOf(db, { shipmentId, key, announced: cardIds.includes(key), noted }, card)
}

interface ToTell {
  readonly shipmentId: string
  readonly key: string
  readonly announced: boolean
  readonly noted: Noted
}

async function lineOf(
  db: Pick<ReadSet, 'things'>,
  { shipmentId, key, announced, noted }: ToTell,
  card: Card | undefined,
): Promise<ShipmentLine> {
  const { signed } = noted
  const signedElsewhere = isSignedAlready(noted)
  const draft = signedElsewhere ? null : noted.draft
  const cardId = announced ? key : (draft?.cardId ?? signed?.cardId ?? null)
  const ofShipment = draft?.ofShipment ?? signed?.ofShipment ?? null
  const other = ofShipment === null || ofShipment === shipmentId ? null : await db.things.find('shipment', ofShipment)
  const { rack, box, number } = draft?.place ?? signed?.place ?? { rack: null, box: null, number: null }
  return {
    key,
    cardId,
    kind: card?.kind ?? null,
    ownerName: card?.ownerName ?? null,
    ownerNikMasked: card ? maskNik(card.ownerNik) : null,
    kitirNumber: card?.kitirNumber ?? null,
    announced,
    counted: draft?.counted ?? null,
    received: signed?.counted ?? null,
    signedElsewhere,
    place: rack === null ? null : { rack, box, number },
    note: draft?.note ?? signed?.note ?? '',
    ofNumber: other?.row.number ?? null,
    countedAt: draft?.at ?? null,
  }
}
