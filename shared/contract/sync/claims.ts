import { z } from 'zod'
import { claimFlags } from '#shared/domain/claim/claim.ts'
import { acts, collectorKind, id, instant, longId, scope, sha256 } from './values.ts'

/** Claims for compensation on the wire: what happened to them, and their rows. Loose, like everything that travels. */

const act = {
  id: longId,
  claimId: longId,
  applicationId: id,
  at: instant,
  staffId: id,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
}

export const claimAssessment = z.looseObject({
  outcome: z.enum(['eligible', 'not-eligible', 'needs-supervisor']),
  reasons: z.array(
    z.looseObject({
      code: z.enum([
        'no-promise',
        'excluded',
        'not-late',
        'late',
        'not-ready-yet',
        'outage-in-promised-time',
        'already-claimed',
        'amount',
      ]),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  amount: z.number().int().nonnegative(),
  days: z.number().int().nonnegative(),
})

export const lateCause = z.enum(['verification', 'print-queue', 'shipment', 'counter', 'other'])
const rupiah = z.number().int().positive()

const taken = z.looseObject({
  ...act,
  kind: z.literal('taken'),
  claimant: z.looseObject({ name: z.string().min(1).max(200), relation: collectorKind }),
  complaintId: id.nullable(),
})
const checked = z.looseObject({ ...act, kind: z.literal('checked'), assessment: claimAssessment, cause: lateCause })
const paid = z.looseObject({
  ...act,
  kind: z.literal('paid'),
  amount: rupiah,
  method: z.enum(['cash', 'transfer']),
  receiptNumber: z.string().min(1).max(64),
  signature: sha256.nullable(),
})
const approved = z.looseObject({ ...act, kind: z.literal('approved'), amount: rupiah, reason: z.string().nullable() })
const rejected = z.looseObject({ ...act, kind: z.literal('rejected'), reason: z.string() })
const ordered = z.looseObject({ ...act, kind: z.literal('payment-ordered') })
const incident = z.looseObject({ ...act, kind: z.literal('incident-registered'), incidentId: longId })
const calendar = z.looseObject({ ...act, kind: z.literal('calendar-changed'), day: z.iso.date() })
const caseOutcome = z.enum(['stands', 'check-anew'])
const settled = z.looseObject({ ...act, kind: z.literal('case-settled'), outcome: caseOutcome, reason: z.string() })

/** Payload of `claim.note`, version 1. */
export const claimNoted = z.discriminatedUnion('kind', [taken, checked, paid])
/** Payload of `claim.decide`, version 1. */
export const claimDecided = z.discriminatedUnion('kind', [approved, rejected, ordered, settled])

const flag = z.enum(claimFlags)

export const claimRow = z.looseObject({
  id: longId,
  scope,
  applicationId: id,
  state: z.enum(['received', 'checked', 'approved', 'rejected', 'awaiting-payment', 'paid']),
  takenBy: id.nullable(),
  checkedBy: id.nullable(),
  decidedBy: id.nullable(),
  paidBy: id.nullable(),
  assessment: claimAssessment.nullable(),
  cause: lateCause.nullable(),
  amount: rupiah.nullable(),
  paymentId: longId.nullable(),
  flags: z.array(flag),
  happenings: z.array(
    z.discriminatedUnion('kind', [taken, checked, paid, approved, rejected, ordered, incident, calendar, settled]),
  ),
  caseId: longId.nullable(),
  acts,
})

export const claimCaseRow = z.looseObject({
  id: longId,
  scope,
  applicationId: id,
  claimId: longId,
  reasons: z.array(flag),
  happeningIds: z.array(longId),
  state: z.enum(['open', 'settled']),
  openedAt: instant,
  settled: z
    .looseObject({
      settledAt: instant,
      staffId: id,
      staffName: z.string(),
      staffCode: z.string(),
      outcome: caseOutcome,
      reason: z.string(),
    })
    .optional(),
  acts,
})
