import type { Card } from '#shared/domain/card/card.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import type { PaperOf } from '#shared/domain/paper/paper.ts'
import type { PaperCard } from '#shared/domain/paper/paper-base.ts'
import { paperPositions } from '#shared/domain/paper/words.ts'
import { ok } from '#shared/domain/result.ts'
import type { CountLine, Shipment, ShipmentCount } from '#shared/domain/shipment/shipment.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { paperBaseOf, penParty, staffParty, unitNameOf } from './paper-base-of.ts'
import type { PaperBuilder } from './paper-builder.ts'

/** Berita acara of a parcel (pengiriman) by its own id, or of a count of it (penerimaan) by the id of the count. Fault: shipment-unknown. */
export const shipmentRecord: PaperBuilder<'shipment-record'> = async (db, { id }) => {
  const sent = await db.things.find('shipment', id)
  if (sent) return ok(await dispatchRecord(db, sent.row, await cardsOf(db, sent.row)))
  const counted = await countOf(db, id)
  return counted ? ok(await receiptRecord(db, counted.shipment, counted.count)) : fail('shipment-unknown')
}

const pageSize = 40

/** A count lies in the row of its parcel: the newest parcels are looked through first. */
async function countOf(db: ReadSet, countId: string): Promise<{ shipment: Shipment; count: ShipmentCount } | null> {
  for (let offset = 0; ; offset += pageSize) {
    const page = await db.things.list('shipment', { newestFirst: true, offset, limit: pageSize })
    for (const { row } of page) {
      const count = row.counts.find((one) => one.countId === countId)
      if (count) return { shipment: row, count }
    }
    if (page.length < pageSize) return null
  }
}

/** What is shown of a card, here or as the centre tells of it. */
export type ListedCard = Pick<PaperCard, 'kitirNumber' | 'ownerName' | 'nikMasked' | 'cardKind'>

/** Berita acara pengiriman with its list (manifes). */
export async function dispatchRecord(
  db: ReadSet,
  shipment: Shipment,
  cards: ReadonlyMap<string, ListedCard>,
): Promise<PaperOf<'shipment-record'>> {
  const { scope, number, sentAt, fromUnit, courierName, cardIds, sent } = shipment
  const by = { name: sent?.staffName ?? '', code: sent?.staffCode ?? '' }
  const office = sent
    ? await staffParty(db, by, paperPositions.office, sent.signature)
    : penParty(paperPositions.office)
  return {
    ...(await paperBaseOf(db, scope, sentAt)),
    kind: 'shipment-record',
    direction: 'dispatch',
    number,
    shipmentNumber: null,
    place: fromUnit,
    first: office,
    second: await courierParty(db, courierName, sent?.courierSignature ?? null),
    acknowledged: penParty(paperPositions.lurah),
    announced: cardIds.length,
    foundBefore: 0,
    unlisted: 0,
    complete: true,
    rows: cardIds.map((cardId) => ({ ...(cards.get(cardId) ?? unknown(cardId)), condition: 'good', note: '' })),
  }
}

const unknown = (cardId: string): ListedCard => ({
  kitirNumber: cardId,
  ownerName: null,
  nikMasked: null,
  cardKind: null,
})

async function cardsOf(db: ReadSet, { cardIds }: Shipment): Promise<ReadonlyMap<string, ListedCard>> {
  const cards = await Promise.all(cardIds.map((cardId) => cardIn(db, cardId)))
  return new Map(cards.flatMap((card) => (card ? [[card.id, listed(card)] as const] : [])))
}

const listed = ({ kitirNumber, ownerName, ownerNik, kind }: Card): ListedCard => ({
  kitirNumber,
  ownerName,
  nikMasked: maskNik(ownerNik),
  cardKind: kind,
})

async function receiptRecord(
  db: ReadSet,
  shipment: Shipment,
  count: ShipmentCount,
): Promise<PaperOf<'shipment-record'>> {
  const { scope, number: shipmentNumber, cardIds } = shipment
  const clerk = { name: count.staffName, code: count.staffCode }
  const lines = count.lines ?? shipment.lines
  return {
    ...(await paperBaseOf(db, scope, count.at)),
    kind: 'shipment-record',
    direction: 'receipt',
    number: count.number,
    shipmentNumber,
    place: `Kantor ${await unitNameOf(db, scope)}`,
    first: await courierParty(db, count.courierName, count.courierSignature ?? null),
    second: await staffParty(db, clerk, paperPositions.registrar, count.signature ?? null),
    acknowledged: penParty(paperPositions.lurah),
    announced: cardIds.length,
    foundBefore: count.foundBefore ?? 0,
    unlisted: lines.filter(({ cardId, counted }) => counted !== 'missing' && !cardIds.includes(cardId ?? '')).length,
    complete: count.complete,
    rows: await Promise.all(lines.map(async (line) => rowOf(await cardIn(db, line.cardId), line))),
  }
}

const courierParty = async (db: ReadSet, name: string, signature: string | null) => ({
  name,
  code: null,
  position: paperPositions.courier,
  signature: signature === null ? null : await db.blobs.get(signature),
})

const cardIn = async (db: ReadSet, cardId: string | null): Promise<Card | null> =>
  cardId === null ? null : ((await db.cards.find(cardId))?.row ?? null)

const rowOf = (card: Card | null, { labelCode, counted, note }: CountLine): PaperCard => ({
  ...(card ? listed(card) : unknown(labelCode)),
  condition: counted,
  note,
})
