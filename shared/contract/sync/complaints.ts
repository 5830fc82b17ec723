import { z } from 'zod'
import { acts, collectorKind, id, instant, scope } from './values.ts'

/** Who did it where. */
const doneBy = {
  at: instant,
  staffId: id,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
}

const deadline = z
  .looseObject({
    startAt: instant,
    dueAt: instant,
    escalations: z.array(z.looseObject({ level: z.number().int(), to: z.string(), at: instant })),
  })
  .nullable()

const what = {
  applicationId: id,
  kitirNumber: z.string().min(1).max(64),
  number: z.string().min(1).max(64),
  complainant: z.looseObject({ name: z.string().min(1).max(200), kind: collectorKind }),
  subject: z.enum(['late', 'wrong-data', 'lost', 'service', 'other']),
  text: z.string().min(1).max(2000),
  deadline,
}

/** Payload of `complaint.file`, version 1. */
export const complaintFiled = z.looseObject({ complaintId: id, ...doneBy, ...what, offline: z.boolean() })

/** Payload of `complaint.answer`, version 1. */
export const complaintAnswered = z.looseObject({
  answerId: id,
  complaintId: id,
  ...doneBy,
  text: z.string().min(1).max(2000),
  offline: z.boolean(),
})

/** Payload of `complaint.withdraw`, version 1. */
export const complaintWithdrawn = z.looseObject({
  withdrawId: id,
  complaintId: id,
  ...doneBy,
  reason: z.string().min(1).max(2000),
  offline: z.boolean(),
})

export const complaintRow = z.looseObject({
  id,
  scope,
  ...doneBy,
  ...what,
  acceptedAt: instant.nullable(),
  state: z.enum(['open', 'answered', 'withdrawn']),
  answers: z.array(z.looseObject({ answerId: id, ...doneBy, text: z.string() })),
  withdrawn: z.looseObject({ ...doneBy, reason: z.string() }).nullable(),
  flags: z.array(z.literal('not-permitted')),
  acts,
})
