import { z } from 'zod'
import { applicationFiled, applicationRepaired } from '#shared/contract/sync/filings.ts'
import { cardRow } from '#shared/contract/sync/rows.ts'
import { day, id, instant, nik, scope, sha256 } from '#shared/contract/sync/values.ts'
import { filingStatuses } from '#shared/domain/filing/filing-status.ts'

// What the centre and KNG say to each other over HTTP. The simulator serves it with these same schemas, so its OpenAPI document is theirs.

const filed = applicationFiled.shape
const kitirNumber = filed.kitir.shape.number

/** An application (permohonan) as it was filed at a counter. `ref`: the centre's own id of it, by which it is named from then on. */
export const submission = z.object({
  ref: id,
  unit: scope,
  collectionUnit: filed.collectionUnit,
  filedAt: instant,
  filedBy: z.object({ staffCode: z.string(), deviceCode: z.string() }),
  channel: filed.channel,
  service: filed.service,
  serviceName: filed.serviceName,
  catalogueVersion: filed.catalogueVersion,
  applicantName: filed.applicantName,
  applicantNik: filed.applicantNik,
  subjectName: filed.subjectName,
  subjectNik: filed.subjectNik,
  family: filed.family,
  people: filed.people,
  answers: filed.answers,
  /** With the SHA-256 of each document; their content follows. */
  requirements: filed.requirements,
  /** The verifier and never the PIN. */
  kitir: z.object({ number: kitirNumber, code: filed.kitir.shape.code, pinVerifier: z.string() }),
})
export type Submission = z.output<typeof submission>

/** What was put right of an application that was sent back. */
export const repair = z.object({
  repairId: id,
  at: instant,
  note: applicationRepaired.shape.note,
  people: filed.people,
  answers: filed.answers,
  requirements: filed.requirements,
})
export type Repair = z.output<typeof repair>

export const withdrawal = z.object({ withdrawId: id, at: instant, reason: z.string() })
export type Withdrawal = z.output<typeof withdrawal>

/** An e-Kitir that was made anew at a counter; the one that it replaces opens nothing any more. */
export const renamed = z.object({
  kitirId: id,
  number: kitirNumber,
  code: filed.kitir.shape.code,
  pinVerifier: z.string(),
  replaces: kitirNumber,
})
export type Renamed = z.output<typeof renamed>

/** A finished document (PDF), to be fetched by its hash. */
export const result = z.object({
  sha256,
  title: z.string().min(1).max(200),
  pages: z.number().int().positive(),
  at: instant,
})
export type Result = z.output<typeof result>

const card = cardRow.shape
/** A card that was made, as the counter has to know it. */
export const madeCard = z.object({
  cardId: id,
  kind: card.kind,
  issueReason: card.issueReason,
  ownerName: card.ownerName,
  ownerNik: nik,
  ownerBirthDate: day,
  kkNumber: nik.nullable(),
  labelCode: card.labelCode,
})
export type MadeCard = z.output<typeof madeCard>

/** The parcel that a card left in. Each of its cards tells the whole of it. */
export const parcel = z.object({
  shipmentId: id,
  number: z.string().min(1).max(64),
  fromUnit: z.string(),
  sentAt: instant,
  courierName: z.string(),
  cardIds: z.array(id).min(1),
})
export type Parcel = z.output<typeof parcel>

/** One step of the course of an application at KNG. */
export const courseStep = z.object({
  stepId: z.string().min(1).max(130),
  ref: id,
  kngNumber: kitirNumber,
  status: z.enum(filingStatuses),
  at: instant,
  /** For the citizen. */
  note: z.string().max(2000).nullable(),
  /** What has to be put right: requirements, fields or roles. */
  about: z.array(z.string()).optional(),
  /** Counts although the counter said otherwise: it was withdrawn too late. */
  overrules: z.boolean().optional(),
  results: z.array(result).optional(),
  cards: z.array(madeCard).optional(),
  parcel: parcel.optional(),
})
export type CourseStep = z.output<typeof courseStep>

/** Where an application stands, with its whole course at KNG so far: the answer to whatever is told about it. */
export const course = z.object({ ref: id, kngNumber: kitirNumber, steps: z.array(courseStep) })
export type Course = z.output<typeof course>

/** `cursor`: opaque; to go on from. Steps are told in the order in which they came to be, those of all applications together. */
export const stepsPage = z.object({ steps: z.array(courseStep), cursor: z.string(), more: z.boolean() })

export const statusQuestion = z.object({ number: kitirNumber, pin: z.string().regex(/^\d{6}$/) })
/** For who holds an e-Kitir and its PIN. */
export const statusAnswer = z.object({
  kngNumber: kitirNumber,
  service: z.string(),
  serviceName: z.string(),
  applicantName: z.string(),
  status: z.enum(filingStatuses),
  steps: z.array(courseStep.pick({ stepId: true, status: true, at: true, note: true })),
})
export type StatusAnswer = z.output<typeof statusAnswer>

/** What a citizen wrote to a unit: the first message of a thread, or one more. Ids are KNG's own. */
export const askedMessage = z.object({
  questionId: id,
  messageId: id,
  at: instant,
  text: z.string().min(1).max(4000),
  /** null: that of the application. */
  unit: scope.nullable(),
  kitirNumber: kitirNumber.nullable(),
  askedBy: z.object({ name: z.string().min(1).max(200), contact: z.string().max(200).nullable() }),
  subject: z.string().min(1).max(200),
})
export type AskedMessage = z.output<typeof askedMessage>

export const questionsPage = z.object({ messages: z.array(askedMessage), cursor: z.string(), more: z.boolean() })

/** What a unit answered, for the citizen to read. */
export const unitAnswer = z.object({
  messageId: id,
  at: instant,
  text: z.string().min(1),
  unit: scope,
  staffName: z.string(),
})
export type UnitAnswer = z.output<typeof unitAnswer>

/** `error`: a code for programs. */
export const refusal = z.object({ error: z.string() })
