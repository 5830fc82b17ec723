import { z } from 'zod'
import { filingStatuses } from '#shared/domain/filing/filing-status.ts'
import { exclusionGround } from './incidents.ts'
import { acts, day, id, instant, nik, scope, sha256 } from './values.ts'

/** Who did it where. */
const doneBy = {
  at: instant,
  staffId: id,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
}

/** Name of a role, field or requirement of the catalogue. */
const name = z.string().min(1).max(64)
const words = z.string().max(200)

const person = z.looseObject({
  name: words.optional(),
  nik: nik.optional(),
  kk: nik.optional(),
  birthDate: day.optional(),
  birthPlace: words.optional(),
  sex: z.enum(['male', 'female']).optional(),
  married: z.boolean().optional(),
  address: z.string().max(400).optional(),
  phone: z.string().max(32).optional(),
  email: words.optional(),
  passport: z.string().max(32).optional(),
})

const content = {
  people: z.record(name, person),
  answers: z.record(name, z.string().max(2000)),
  requirements: z.record(
    name,
    z.looseObject({ how: z.enum(['original', 'copy', 'upload', 'missing']), documents: z.array(sha256).max(20) }),
  ),
}

const doubts = z.array(z.looseObject({ code: name, about: name, reason: z.string().min(1).max(400) }))
const kitirNumber = z.string().min(1).max(64)
const kitirCode = z.string().min(1).max(180)
const pinVerifier = z.string().min(1).max(256)
const kitir = z.looseObject({ kitirId: id, number: kitirNumber, code: kitirCode, pinVerifier })

const what = {
  service: z.string().min(1).max(32),
  serviceName: words,
  catalogueVersion: z.number().int(),
  applicantName: words.min(1),
  applicantNik: nik.nullable(),
  subjectName: words.min(1),
  subjectNik: nik.nullable(),
  family: z.looseObject({ id, position: z.number().int().positive(), of: z.number().int().positive() }).nullable(),
  collectionUnit: scope.nullable(),
  channel: z.enum(['counter', 'kelurahan', 'mobile']),
  doubts,
  expectedAt: instant.nullable(),
  grounds: z.array(exclusionGround).optional(),
  offline: z.boolean(),
}

/** Payload of `application.file`, version 1. */
export const applicationFiled = z.looseObject({ applicationId: id, kitir, ...doneBy, ...content, ...what })

/** Payload of `application.repair`, version 1. */
export const applicationRepaired = z.looseObject({
  repairId: id,
  applicationId: id,
  ...doneBy,
  ...content,
  note: z.string().max(2000),
  doubts,
  offline: z.boolean(),
})

/** Payload of `application.withdraw`, version 1. */
export const applicationWithdrawn = z.looseObject({
  withdrawId: id,
  applicationId: id,
  ...doneBy,
  reason: z.string().min(1).max(2000),
  offline: z.boolean(),
})

const reissueReason = z.enum(['no-pin', 'lost', 'pin-forgotten', 'damaged'])

/** Payload of `ekitir.reissue`, version 1. */
export const kitirReissued = z.looseObject({
  reissueId: id,
  applicationId: id,
  kitir,
  ...doneBy,
  replacesNumber: kitirNumber,
  replacesKitirId: id.nullable(),
  reason: reissueReason,
  /** The clerk saw that it is the applicant; older desks did not say. */
  identitySeen: z.boolean().optional(),
  ownerName: words,
  offline: z.boolean(),
})

const step = z.looseObject({
  stepId: z.string().min(1).max(130),
  status: z.enum(filingStatuses),
  at: instant,
  note: z.string().max(2000).nullable(),
  by: z.enum(['counter', 'centre', 'kng']),
  about: z.array(name).optional(),
})

export const filingRow = z.looseObject({
  id,
  scope,
  ...doneBy,
  ...content,
  ...what,
  kitirNumber,
  kngNumber: kitirNumber.nullable(),
  acceptedAt: instant.nullable(),
  status: z.enum(filingStatuses),
  steps: z.array(step),
  results: z.array(z.looseObject({ sha256, title: words, pages: z.number().int(), at: instant })),
  flags: z.array(z.literal('not-permitted')),
  acts,
})

export const kitirRow = z.looseObject({
  id,
  scope,
  ...doneBy,
  applicationId: id,
  number: kitirNumber,
  code: kitirCode,
  pinVerifier,
  ownerName: words,
  replaces: kitirNumber.nullable(),
  reason: reissueReason.nullable(),
  state: z.enum(['valid', 'replaced']),
  acts,
})
