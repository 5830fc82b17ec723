import { z } from 'zod'
import { acts, id, instant, scope } from './values.ts'

/** Who did it where. */
const doneBy = {
  at: instant,
  staffId: id,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
}

const text = z.string().min(1).max(4000)
const answerer = z.looseObject({ staffId: id, staffName: z.string(), staffCode: z.string() })
const turn = z.number().int().nonnegative()
const reason = z.string().min(1).max(2000)
const about = { questionId: id, ...doneBy, offline: z.boolean() }

/** Payload of `question.answer`, version 1. */
export const questionAnswered = z.looseObject({ ...about, messageId: id, text, upTo: id })

/** Payload of `question.assign`, version 1. */
export const questionAssigned = z.looseObject({ ...about, assignId: id, to: answerer.nullable(), turn })

/** Payload of `question.close`, version 1. */
export const questionClosed = z.looseObject({ ...about, closeId: id, upTo: id })

/** Payload of `question.reopen`, version 1. */
export const questionReopened = z.looseObject({ ...about, reopenId: id })

/** Payload of `question.transfer`, version 1. */
export const questionTransferred = z.looseObject({ ...about, transferId: id, from: scope, to: scope, reason })

const message = z.discriminatedUnion('from', [
  z.looseObject({ from: z.literal('citizen'), messageId: id, at: instant, text }),
  z.looseObject({ from: z.literal('staff'), messageId: id, ...doneBy, text, upTo: id }),
])

export const questionRow = z.looseObject({
  id,
  scope,
  kitirNumber: z.string().min(1).max(64).nullable(),
  applicationId: id.nullable(),
  askedBy: z.looseObject({ name: z.string().min(1).max(200), contact: z.string().max(200).nullable() }),
  subject: z.string().min(1).max(200),
  askedAt: instant,
  messages: z.array(message),
  ends: z.array(z.looseObject({ ...doneBy, closeId: id, upTo: id })),
  reopenings: z.array(z.looseObject({ ...doneBy, reopenId: id })),
  assignments: z.array(z.looseObject({ ...doneBy, assignId: id, to: answerer.nullable(), turn })),
  handed: z.array(z.looseObject({ ...doneBy, transferId: id, from: scope, to: scope, reason })),
  state: z.enum(['open', 'answered', 'closed']),
  waitingSince: instant.nullable(),
  assignedTo: answerer.nullable(),
  flags: z.array(z.literal('not-permitted')),
  acts,
})
