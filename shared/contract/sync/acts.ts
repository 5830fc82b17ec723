import { z } from 'zod'
import { type Act, type ActPayloads, type ActType, isActType } from '#shared/domain/act/acts.ts'
import { doubts } from '#shared/domain/handover/doubt.ts'
import { clerkMoves } from '#shared/domain/movement/card-move-rule.ts'
import { movementFlags, movementKinds } from '#shared/domain/movement/movement.ts'
import { assistanceRecorded, assistanceWithdrawn } from './assistance.ts'
import { claimDecided, claimNoted } from './claims.ts'
import { complaintAnswered, complaintFiled, complaintWithdrawn } from './complaints.ts'
import { applicationFiled, applicationRepaired, applicationWithdrawn, kitirReissued } from './filings.ts'
import { incidentEnded, incidentRegistered, incidentWithdrawn } from './incidents.ts'
import { oldCardsMoved } from './old-cards.ts'
import { passwordReset, personAdded, personChanged, personEnded } from './people.ts'
import {
  questionAnswered,
  questionAssigned,
  questionClosed,
  questionReopened,
  questionTransferred,
} from './questions.ts'
import { shiftClosed, shiftOpened } from './shifts.ts'
import { tripClosed, tripPlanned, tripStarted, visitChanged, visitLeft, visitOpened } from './trips.ts'
import {
  acts,
  cardState,
  caseDecision,
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
  unchecked: z.array(z.string()).optional(),
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
  clockOffsetMs: z.number().int().optional(),
  labelSeen: z.boolean().optional(),
  doubts: z.looseObject({ about: z.array(z.enum(doubts)), reason: z.string().min(1) }).optional(),
  list: z
    .looseObject({
      id,
      number: z.string().min(1).max(64),
      line: z.number().int().positive(),
      kind: z.enum(['school', 'neighbourhood']),
      name: z.string(),
      place: z.string(),
      inCharge: z.looseObject({ name: z.string(), position: z.string() }),
    })
    .optional(),
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

/** Payload of `handover.review`, version 1. */
const handoverReviewed = z.looseObject({
  reviewId: id,
  handoverId: id,
  cardId: id,
  ...doneBy,
  note: z.string(),
})

const countLine = z.looseObject({
  cardId: id.nullable(),
  labelCode: z.string().max(512),
  counted: z.enum(['good', 'damaged', 'missing', 'extra']),
  note: z.string(),
  place: place.nullable(),
  ofShipment: id.nullish(),
})

/** Payload of `shipment.dispatch`, version 1. */
const shipmentDispatched = z.looseObject({
  shipmentId: id,
  scope,
  ...doneBy,
  number: z.string().min(1),
  fromUnit: z.string(),
  courierName: z.string(),
  cardIds: z.array(id).min(1),
  signature: sha256,
  courierSignature: sha256.nullable(),
  offline: z.boolean(),
})

/** Payload of `shipment.receive`, version 1. */
const shipmentReceived = z.looseObject({
  countId: id,
  shipmentId: id,
  ...doneBy,
  number: z.string().min(1),
  courierName: z.string(),
  complete: z.boolean(),
  foundBefore: z.number().int().min(0).optional(),
  lines: z.array(countLine),
  signature: sha256,
  courierSignature: sha256.nullable(),
  offline: z.boolean(),
})

/** Payload of `card.move`, version 1. */
const cardsMoved = z.looseObject({
  actId: id,
  ...doneBy,
  kind: z.enum(clerkMoves),
  cards: z.array(z.looseObject({ cardId: id, place: place.nullable() })).min(1),
  number: z.string().nullable(),
  reason: z.string().nullable(),
  signature: sha256.nullable(),
  carrier: z.string().nullish(),
  tripId: id.nullish(),
  offline: z.boolean(),
})

/** What blanks moved: the same in the act and in its line of the book. */
const blankLine = {
  kind: z.enum(['in', 'used', 'spoiled', 'counted']),
  cardKind: z.enum(['ktp-el', 'kia']),
  quantity: z.number().int().min(0),
  expected: z.number().int().nullable(),
  after: id.nullish(),
  number: z.string().nullable(),
  reason: z.string().nullable(),
  offline: z.boolean(),
}

/** Payload of `blanks.move`, version 1. */
const blanksMoved = z.looseObject({ entryId: id, ...doneBy, ...blankLine })

export const blankEntryRow = z.looseObject({ id, scope, ...doneBy, ...blankLine, acceptedAt: instant.nullable(), acts })

/** Payload of `case.settle`, version 1. */
const caseSettled = z.looseObject({
  settleId: id,
  caseId: id,
  cardId: id.nullable(),
  ...doneBy,
  decision: caseDecision,
  standsHandoverId: id.nullable(),
  handoversSeen: z.array(id),
  reason: z.string().min(1),
})

/** Payload of `case.note`, version 1. */
const caseNoted = z.looseObject({
  noteId: id,
  caseId: id,
  cardId: id.nullable(),
  ...doneBy,
  kind: z.enum(['asked', 'statement']),
  text: z.string().min(1),
})

export const movementRow = z.looseObject({
  id: longId,
  scope,
  cardId: id,
  kind: z.enum(movementKinds),
  from: cardState.nullable(),
  to: cardState.nullable(),
  ...doneBy,
  acceptedAt: instant.nullable(),
  number: z.string().nullable(),
  reason: z.string().nullable(),
  carrier: z.string().nullish(),
  tripId: id.nullish(),
  shipmentId: id.nullable(),
  handoverId: id.nullable(),
  flags: z.array(z.enum(movementFlags)),
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
    z.looseObject({
      countId: id,
      ...doneBy,
      number: z.string(),
      complete: z.boolean(),
      courierName: z.string(),
      foundBefore: z.number().int().min(0).optional(),
      lines: z.array(countLine).optional(),
      signature: sha256.optional(),
      courierSignature: sha256.nullish(),
    }),
  ),
  lines: z.array(countLine),
  sent: z
    .looseObject({
      staffId: id,
      staffName: z.string(),
      staffCode: z.string(),
      deviceCode: z.string(),
      signature: sha256,
      courierSignature: sha256.nullable(),
    })
    .optional(),
  acts,
})

const payloads = {
  'handover.record': handoverFact,
  'handover.undo': handoverUndone,
  'handover.review': handoverReviewed,
  'shipment.dispatch': shipmentDispatched,
  'shipment.receive': shipmentReceived,
  'card.move': cardsMoved,
  'blanks.move': blanksMoved,
  'case.settle': caseSettled,
  'claim.note': claimNoted,
  'claim.decide': claimDecided,
  'case.note': caseNoted,
  'complaint.file': complaintFiled,
  'complaint.answer': complaintAnswered,
  'complaint.withdraw': complaintWithdrawn,
  'question.answer': questionAnswered,
  'question.assign': questionAssigned,
  'question.close': questionClosed,
  'question.reopen': questionReopened,
  'question.transfer': questionTransferred,
  'assistance.record': assistanceRecorded,
  'assistance.withdraw': assistanceWithdrawn,
  'incident.register': incidentRegistered,
  'incident.end': incidentEnded,
  'incident.withdraw': incidentWithdrawn,
  'old-card.move': oldCardsMoved,
  'shift.open': shiftOpened,
  'shift.close': shiftClosed,
  'staff.add': personAdded,
  'staff.change': personChanged,
  'staff.end': personEnded,
  'staff.reset': passwordReset,
  'trip.plan': tripPlanned,
  'trip.start': tripStarted,
  'trip.close': tripClosed,
  'visit.open': visitOpened,
  'visit.change': visitChanged,
  'visit.leave': visitLeft,
  'application.file': applicationFiled,
  'application.repair': applicationRepaired,
  'application.withdraw': applicationWithdrawn,
  'ekitir.reissue': kitirReissued,
} as const

type Fits = { [T in ActType]: z.output<(typeof payloads)[T]> extends ActPayloads[T] ? true : never }
/**
 * Compiles only while every schema fits the domain's type.
 * @public
 */
export const payloadsFit: Fits = {
  'handover.record': true,
  'handover.undo': true,
  'handover.review': true,
  'shipment.dispatch': true,
  'shipment.receive': true,
  'card.move': true,
  'blanks.move': true,
  'case.settle': true,
  'claim.note': true,
  'claim.decide': true,
  'case.note': true,
  'complaint.file': true,
  'complaint.answer': true,
  'complaint.withdraw': true,
  'question.answer': true,
  'question.assign': true,
  'question.close': true,
  'question.reopen': true,
  'question.transfer': true,
  'assistance.record': true,
  'assistance.withdraw': true,
  'incident.register': true,
  'incident.end': true,
  'incident.withdraw': true,
  'old-card.move': true,
  'shift.open': true,
  'shift.close': true,
  'staff.add': true,
  'staff.change': true,
  'staff.end': true,
  'staff.reset': true,
  'trip.plan': true,
  'trip.start': true,
  'trip.close': true,
  'visit.open': true,
  'visit.change': true,
  'visit.leave': true,
  'application.file': true,
  'application.repair': true,
  'application.withdraw': true,
  'ekitir.reissue': true,
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
