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

const helped = {
  kind: z.enum(['account', 'ikd', 'taught', 'other']),
  people: z.number().int().min(1).max(999),
  kelurahan: scope.nullable(),
  note: z.string().min(1).max(500).nullable(),
}

/** Payload of `assistance.record`, version 1. */
export const assistanceRecorded = z.looseObject({ assistanceId: id, ...doneBy, ...helped, offline: z.boolean() })

/** Payload of `assistance.withdraw`, version 1. */
export const assistanceWithdrawn = z.looseObject({
  withdrawId: id,
  assistanceId: id,
  ...doneBy,
  offline: z.boolean(),
})

export const assistanceRow = z.looseObject({
  id,
  scope,
  ...doneBy,
  ...helped,
  acceptedAt: instant.nullable(),
  withdrawn: z.looseObject(doneBy).nullable(),
  flags: z.array(z.literal('not-permitted')),
  acts,
})
