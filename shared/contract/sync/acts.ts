import { z } from 'zod'
import { type Act, type ActPayloads, type ActType, isActType } from '#shared/domain/act/acts.ts'
import {
  acts,
  cardState,
  collectorKind,
  day,
  handoverFlag,
  id,
  instant,
  longId,
  nik,
  place,
  scope,
  sha256,
} from './values.ts'

/** Payloads of the commands, and the rows that come of them. Loose: what an older program does not know is kept. */

const override = z.looseObject({
  means: z.enum(['on-the-spot', 'challenge', 'review-later']),
  reason: z.string(),
  supervisorId: id.nullable(),
  supervisorName: z.string().nullable(),
})

/** Payload of `handover.record`, version 1. */
export const handoverFact = z.looseObject({
  handoverId: id,
  cardId: id,
  receiptNumber: z.string().min(1).max(64),
  at: instant,
  staffId: id,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
  pin: z.enum(['verified', 'no-verifier', 'overridden']),
  override: override.nullable(),
  collector: z.looseObject({
    kind: collectorKind,
    name: z.string().min(1).max(200),
    nik: nik.nullable(),
    relation: z.string(),
    proxyLetter: z.looseObject({ number: z.string().min(1), date: day }).nullable(),
  }),
  papers: z.array(z.string()),
  identity: z.union([
    z.looseObject({ seen: z.literal(true) }),
    z.looseObject({ seen: z.literal(false), reason: z.string().min(1) }),
  ]),
  oldCard: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('none') }),
    z.looseObject({ kind: z.literal('withdrawn'), drawer: z.string().nullable() }),
    z.looseObject({
      kind: z.literal('police-letter'),
      number: z.string().min(1),
      date: day,
      station: z.string().min(1),
    }),
  ]),
  signature: sha256,
  photo: sha256.nullable(),
  offline: z.boolean(),
  noticed: z.array(handoverFlag).optional(),
})

/** Who did it where. */
const doneBy = {
  at: instant,
  staffId: id,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
}

/** Payload of `handover.undo`, version 1. */
const handoverUndone = z.looseObject({
  undoId: id,
  handoverId: id,
  cardId: id,
  ...doneBy,
  reason: z.string().min(1),
  override: override.nullable(),
  place: place.nullable(),
  offline: z.boolean(),
})

const countLine = z.looseObject({
  cardId: id.nullable(),
  labelCode: z.string().max(512),
  counted: z.enum(['good', 'damaged', 'missing', 'extra']),
  note: z.string(),
  place: place.nullable(),
})

/** Payload of `shipment.receive`, version 1. */
const shipmentReceived = z.looseObject({
  countId: id,
  shipmentId: id,
  ...doneBy,
  number: z.string().min(1),
  courierName: z.string(),
  complete: z.boolean(),
  lines: z.array(countLine),
  signature: sha256,
  courierSignature: sha256.nullable(),
  offline: z.boolean(),
})

/** Payload of `card.move`, version 1. */
const cardsMoved = z.looseObject({
  actId: id,
  ...doneBy,
  kind: z.enum(['stored', 'damaged', 'misprinted', 'lost', 'found', 'wrong-data', 'reminded', 'returned']),
  cards: z.array(z.looseObject({ cardId: id, place: place.nullable() })).min(1),
  number: z.string().nullable(),
  reason: z.string().nullable(),
  signature: sha256.nullable(),
  offline: z.boolean(),
})

/** Payload of `case.settle`, version 1. */
const caseSettled = z.looseObject({
  settleId: id,
  caseId: id,
  cardId: id,
  ...doneBy,
  standsHandoverId: id.nullable(),
  reason: z.string().min(1),
})

export const movementRow = z.looseObject({
  id: longId,
  scope,
  cardId: id,
  kind: z.enum([
    'received',
    'received-damaged',
    'missing',
    'stored',
    'damaged',
    'misprinted',
    'lost',
    'found',
    'wrong-data',
    'reminded',
    'returned',
    'undone',
  ]),
  from: cardState.nullable(),
  to: cardState.nullable(),
  ...doneBy,
  acceptedAt: instant.nullable(),
  number: z.string().nullable(),
  reason: z.string().nullable(),
  shipmentId: id.nullable(),
  handoverId: id.nullable(),
  flags: z.array(z.enum(['not-permitted', 'card-unknown', 'card-elsewhere', 'counted-differently'])),
  acts,
})

export const shipmentRow = z.looseObject({
  id,
  scope,
  number: z.string().min(1),
  fromUnit: z.string(),
  state: z.enum(['announced', 'partly-received', 'received']),
  sentAt: instant,
  courierName: z.string(),
  cardIds: z.array(id),
  counts: z.array(
    z.looseObject({ countId: id, ...doneBy, number: z.string(), complete: z.boolean(), courierName: z.string() }),
  ),
  lines: z.array(countLine),
  acts,
})

const payloads = {
  'handover.record': handoverFact,
  'handover.undo': handoverUndone,
  'shipment.receive': shipmentReceived,
  'card.move': cardsMoved,
  'case.settle': caseSettled,
} as const

type Fits = { [T in ActType]: z.output<(typeof payloads)[T]> extends ActPayloads[T] ? true : never }
/**
 * Compiles only while every schema fits the domain's type.
 * @public
 */
export const payloadsFit: Fits = {
  'handover.record': true,
  'handover.undo': true,
  'shipment.receive': true,
  'card.move': true,
  'case.settle': true,
}

/** An act from its kind and the JSON text of its payload, or null when this program cannot read it. */
export function actFrom(type: string, text: string | null): Act | null {
  if (!isActType(type)) return null
  try {
    const parsed = payloads[type].safeParse(JSON.parse(text ?? 'null'))
    // payloadsFit holds each schema to its kind; that the two belong together a union cannot say.
    return parsed.success ? ({ type, payload: parsed.data } as unknown as Act) : null
  } catch {
    // Signed by the device and still no JSON: kept as it came, a person must look.
    return null
  }
}
