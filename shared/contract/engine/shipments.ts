import { z } from 'zod'
import { command, query } from './call.ts'
import { cardKind, cardState, id, instant, place, png } from './values.ts'

const centre = z.enum(['recorded', 'waiting', 'will-clash', 'case'])
const shipmentState = z.enum(['announced', 'partly-received', 'received'])

const head = {
  shipmentId: id,
  /** Number of the berita acara pengiriman; also the QR on the parcel. */
  number: z.string(),
  fromUnit: z.string(),
  sentAt: instant,
  courierName: z.string(),
  state: shipmentState,
  centre,
}

/** Pengiriman: parcels on their way and those that came, newest first. */
export const listShipments = query({
  name: 'shipment.list',
  input: z.strictObject({
    which: z.enum(['open', 'received']),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(1000),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        ...head,
        cards: z.number().int(),
        /** Signed for, by any desk. */
        received: z.number().int(),
        /** Counted at this desk and not signed yet. */
        counted: z.number().int(),
        differences: z.number().int(),
        lastCountAt: instant.nullable(),
      }),
    ),
    total: z.number().int(),
    dataAsOf: instant.nullable(),
  }),
})

/** One card of a parcel, or a label that is of no card known here. */
export const shipmentLine = z.strictObject({
  /** Id of the card, or the text of the label. */
  key: z.string(),
  cardId: id.nullable(),
  kind: cardKind.nullable(),
  ownerName: z.string().nullable(),
  ownerNikMasked: z.string().nullable(),
  kitirNumber: z.string().nullable(),
  /** On the list of this parcel. */
  announced: z.boolean(),
  /** What this desk has noted and not signed yet. */
  counted: z.enum(['good', 'damaged', 'missing']).nullable(),
  /** What was signed, at this desk or another. */
  received: z.enum(['good', 'damaged', 'missing', 'extra']).nullable(),
  /** It was noted here too; another desk signed the same first, so that it is not signed again. */
  signedElsewhere: z.boolean(),
  place: place.nullable(),
  note: z.string(),
  /** Number of the parcel that it should have come with. */
  ofNumber: z.string().nullable(),
  countedAt: instant.nullable(),
})
export type ShipmentLine = z.output<typeof shipmentLine>

/** A parcel with its list: announced cards in their order, then what came besides. */
export const getShipment = query({
  name: 'shipment.get',
  input: z.strictObject({ shipmentId: id }),
  output: z.strictObject({
    ...head,
    lines: z.array(shipmentLine),
    counts: z.array(
      z.strictObject({
        countId: id,
        number: z.string(),
        at: instant,
        staffName: z.string(),
        deviceCode: z.string(),
        courierName: z.string(),
        complete: z.boolean(),
      }),
    ),
    /** Number that the next berita acara of this device will bear. */
    nextNumber: z.string(),
    dataAsOf: instant.nullable(),
  }),
})

/** Who counts cards in. */

/**
 * What a scanned or typed label was. `counted`: noted now, on disk. `again`: noted before (scanned twice, or the label was printed twice).
 * `received`: signed for before, under that number. `not-on-the-way`: a card that cannot have come with a parcel. `shipment`: the label of a parcel.
 * `kitir`: the citizen's slip, which says nothing about the card. `unreadable`: no label at all.
 */
export const countLine = command({
  name: 'shipment.count-line',
  input: z.strictObject({ shipmentId: id, code: z.string().max(20_000) }),
  output: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('counted'), line: shipmentLine }),
    z.strictObject({ kind: z.literal('again'), line: shipmentLine }),
    z.strictObject({ kind: z.literal('received'), line: shipmentLine, number: z.string(), staffName: z.string() }),
    z.strictObject({ kind: z.literal('not-on-the-way'), ownerName: z.string(), state: cardState }),
    z.strictObject({ kind: z.literal('shipment'), shipmentId: id, number: z.string() }),
    z.strictObject({ kind: z.literal('kitir'), ownerName: z.string() }),
    z.strictObject({ kind: z.literal('unreadable'), characters: z.number().int() }),
  ]),
})

/** Changes what was noted of a card: damaged, another place, a note; or says why it was not found. Faults: shipment-unknown, card-unknown, place-taken, not-announced, already-signed. */
export const changeLine = command({
  name: 'shipment.change-line',
  input: z.strictObject({
    shipmentId: id,
    key: z.string().min(1).max(512),
    counted: z.enum(['good', 'damaged', 'missing']),
    place: place.nullable(),
    note: z.string().max(300),
  }),
  output: shipmentLine,
})

/** Why cards differ from the list; a card that was not noted is thereby missing. A reason that is not needed (signed, or no card of the parcel) is left out. Fault: shipment-unknown. */
export const explainLines = command({
  name: 'shipment.explain',
  input: z.strictObject({
    shipmentId: id,
    lines: z
      .array(z.strictObject({ key: z.string().min(1).max(512), note: z.string().trim().min(1).max(300) }))
      .min(1)
      .max(1000),
  }),
  output: z.strictObject({}),
})

/** Takes back what was noted of a card. Fault: shipment-unknown. */
export const uncountLine = command({
  name: 'shipment.uncount-line',
  input: z.strictObject({ shipmentId: id, key: z.string().min(1).max(512) }),
  output: z.strictObject({}),
})

/**
 * Signs what was counted: one fact with all lines. `complete`: no more of it is expected, what was not found is missing; otherwise the rest stays open.
 * Faults: shipment-unknown, count-empty, count-unexplained, signature-missing, not-enrolled.
 */
export const receiveShipment = command({
  name: 'shipment.receive',
  input: z.strictObject({
    shipmentId: id,
    complete: z.boolean(),
    courierName: z.string().trim().min(1).max(200),
    signature: png,
    courierSignature: png,
  }),
  output: z.strictObject({
    countId: id,
    number: z.string(),
    good: z.number().int(),
    damaged: z.number().int(),
    missing: z.number().int(),
    extra: z.number().int(),
    /** Cards that were given a place by this count, in its order: their labels are wanted. */
    stored: z.array(id),
  }),
})
