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

const what = {
  scope,
  kind: z.enum(['outage', 'no-blanks']),
  from: instant,
  to: instant.nullable(),
  units: z.array(scope).min(1).nullable(),
  services: z.array(z.string().max(32)).min(1).nullable(),
  source: z.string().min(1).max(500),
}

/** Payload of `incident.register`, version 1. */
export const incidentRegistered = z.looseObject({ incidentId: id, ...doneBy, ...what })

/** Payload of `incident.end`, version 1. */
export const incidentEnded = z.looseObject({ endId: id, incidentId: id, scope, ...doneBy, to: instant })

/** Payload of `incident.withdraw`, version 1. */
export const incidentWithdrawn = z.looseObject({
  withdrawId: id,
  incidentId: id,
  scope,
  ...doneBy,
  reason: z.string().min(1).max(500),
})

export const incidentRow = z.looseObject({
  id: z.string().min(1).max(100),
  registerId: id.optional(),
  ...what,
  registeredBy: id,
  registeredAt: instant,
  withdrawnAt: instant.nullable(),
  acts,
})

/** Why an application is outside the promise although its service is inside. */
export const exclusionGround = z.enum([
  'filed-outside-hours',
  'recent-reprint',
  'recorded-at-16',
  'other-town-document',
  'new-photo-or-signature',
  'ditjen-verification',
  'wrong-data-by-applicant',
  'lost-at-kelurahan',
  'force-majeure',
])
