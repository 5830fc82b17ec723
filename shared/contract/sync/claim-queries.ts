import { z } from 'zod'
import { claimAssessment, lateCause } from './claims.ts'
import { complaintRow } from './complaints.ts'
import { count, csv, paging } from './query-parts.ts'
import { collectorKind, id, instant, longId, scope } from './values.ts'

/** Online questions of the Dinas about claims for compensation and complaints. */

/** GET /v1/query/claims: one per application, taken in first at the top. `waiting`: those that a supervisor decides, and those with an open case in whatever state. */
const claimState = z.enum(['received', 'checked', 'approved', 'rejected', 'awaiting-payment', 'paid'])
export const claimsQuery = z.object({
  unit: scope.optional(),
  states: csv(claimState).optional(),
  waiting: z.literal('yes').optional(),
  ...paging,
})
const cityClaim = z.looseObject({
  claimId: longId,
  applicationId: id,
  scope,
  unitName: z.string(),
  state: claimState,
  kitirNumber: z.string().nullable(),
  applicantName: z.string().nullable(),
  service: z.string().nullable(),
  /** Staff id of who took it in: nobody approves what they took. */
  takenBy: z.string().nullable(),
  takenByName: z.string().nullable(),
  takenAt: instant.nullable(),
  outcome: z.enum(['eligible', 'not-eligible', 'needs-supervisor']).nullable(),
  /** Whole rupiah, as worked out by the check that stands; 0: none. */
  amount: count,
  days: count,
  flags: z.array(z.string()),
  caseId: longId.nullable(),
})
export const claimsAnswer = z.looseObject({ total: count, claims: z.array(cityClaim) })

/** GET /v1/query/claim/{id}: all that a decision about a claim is made from. */
const actor = { staffId: z.string(), name: z.string(), code: z.string(), at: instant }
export const claimAnswer = z.looseObject({
  claim: cityClaim,
  claimant: z.looseObject({ name: z.string(), relation: collectorKind }).nullable(),
  cause: lateCause.nullable(),
  /** `netUsedSeconds`: office time used of the promise; `stops`: when its clock stood. null: the centre does not have the application. */
  application: z
    .looseObject({
      applicationId: id,
      kitirNumber: z.string(),
      applicantName: z.string(),
      service: z.string(),
      status: z.string(),
      acceptedAt: instant.nullable(),
      fulfilledAt: instant.nullable(),
      dueAt: instant.nullable(),
      netUsedSeconds: z.number().int(),
      stops: z.array(
        z.looseObject({ cause: z.enum(['returned', 'outage', 'no-blanks']), from: instant, to: instant.nullable() }),
      ),
    })
    .nullable(),
  /** As the check that stands found it, and as it would be found now. */
  checkedAs: claimAssessment.nullable(),
  now: claimAssessment.nullable(),
  /** Why a supervisor must look at it, and every payment there was. */
  openCase: z
    .looseObject({
      openedAt: instant,
      reasons: z.array(z.string()),
      payments: z.array(
        z.looseObject({ ...actor, receiptNumber: z.string(), deviceCode: z.string(), stands: z.boolean() }),
      ),
    })
    .nullable(),
  history: z.array(
    z.looseObject({
      ...actor,
      id: longId,
      kind: z.enum([
        'taken',
        'checked',
        'approved',
        'rejected',
        'payment-ordered',
        'paid',
        'incident-registered',
        'calendar-changed',
        'case-settled',
      ]),
      note: z.string(),
    }),
  ),
})

/** GET /v1/query/complaints: open ones that reached a level of escalation, the highest and then the latest due at the top. */
export const complaintsQuery = z.object({ unit: scope.optional(), ...paging })
const cityComplaint = z.looseObject({
  complaintId: id,
  scope,
  unitName: z.string(),
  number: z.string(),
  kitirNumber: z.string(),
  complainantName: z.string(),
  complainantKind: collectorKind,
  subject: complaintRow.shape.subject,
  text: z.string(),
  filedAt: instant,
  staffName: z.string(),
  dueAt: instant,
  /** The level reached: 1 is the first, to whom, and since when. */
  reached: z.looseObject({ level: z.number().int(), to: z.string(), at: instant }),
})
export const complaintsAnswer = z.looseObject({ total: count, complaints: z.array(cityComplaint) })

/** GET /v1/query/ledger: compensation of the whole city; in it there is nothing about any citizen. */
const ofLedger = { scope, unit: z.string(), cause: lateCause }
const ledgerLine = z.looseObject({
  ...ofLedger,
  month: z.string(),
  paid: count,
  rupiah: count,
  rejected: count,
  contested: count,
  contestedRupiah: count,
})
const ledgerPayment = z.looseObject({
  ...ofLedger,
  claimId: longId,
  day: z.string(),
  receiptNumber: z.string(),
  amount: count,
  method: z.enum(['cash', 'transfer']),
  checkedBy: z.string(),
  approvedBy: z.string(),
  paidBy: z.string(),
  stands: z.boolean(),
})
export const ledgerAnswer = z.looseObject({ lines: z.array(ledgerLine), payments: z.array(ledgerPayment) })
