import { z } from 'zod'
import { command, query } from './call.ts'
import { collectorKind, instant, png } from './values.ts'

/** Claims for compensation (klaim kompensasi). */

const longId = z.string().min(1).max(130)
const applicationId = z.string().min(1).max(64)

export const claimState = z.enum(['received', 'checked', 'approved', 'rejected', 'awaiting-payment', 'paid'])
const lateCause = z.enum(['verification', 'print-queue', 'shipment', 'counter', 'other'])
const reason = z.string().trim().min(3).max(300)

const assessment = z.strictObject({
  outcome: z.enum(['eligible', 'not-eligible', 'needs-supervisor']),
  reasons: z.array(
    z.strictObject({
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
  amount: z.number().int(),
  days: z.number().int(),
})

/** The application that it is about. `netUsedSeconds`: office time used of the promise; `stops`: when its clock stood, null while it still does. */
const applicationFacts = z.strictObject({
  applicationId,
  kitirNumber: z.string(),
  applicantName: z.string(),
  service: z.string(),
  status: z.string(),
  acceptedAt: instant.nullable(),
  fulfilledAt: instant.nullable(),
  dueAt: instant.nullable(),
  netUsedSeconds: z.number().int(),
  stops: z.array(
    z.strictObject({ cause: z.enum(['returned', 'outage', 'no-blanks']), from: instant, to: instant.nullable() }),
  ),
})

const person = z.strictObject({ staffId: z.string(), name: z.string(), code: z.string(), at: instant })

export const claimLine = z.strictObject({
  claimId: longId,
  applicationId,
  kitirNumber: z.string(),
  applicantName: z.string(),
  state: claimState,
  /** Whole rupiah: what was approved, else what the check found. */
  amount: z.number().int(),
  /** Of the latest thing that happened. */
  at: instant,
  case: z.boolean(),
  centre: z.enum(['recorded', 'waiting', 'will-clash', 'case']),
})
export type ClaimLine = z.output<typeof claimLine>

/** One claim as the screen shows it. */
export const claimView = claimLine.extend({
  application: applicationFacts,
  cause: lateCause.nullable(),
  /** Proposed where nothing was checked yet. */
  likelyCause: lateCause,
  claimant: z.strictObject({ name: z.string(), relation: collectorKind }).nullable(),
  /** As the check that stands found it. */
  checkedAs: assessment.nullable(),
  /** As it would be found now. */
  now: assessment,
  taken: person.nullable(),
  checked: person.nullable(),
  decided: person.extend({ outcome: z.enum(['approved', 'rejected']), reason: z.string().nullable() }).nullable(),
  paid: person
    .extend({ receiptNumber: z.string(), method: z.enum(['cash', 'transfer']), amount: z.number().int() })
    .nullable(),
  flags: z.array(z.string()),
  /** Why a supervisor must look at it, and every payment there was. */
  openCase: z
    .strictObject({
      openedAt: instant,
      reasons: z.array(z.string()),
      payments: z.array(
        person.extend({
          paymentId: longId,
          receiptNumber: z.string(),
          deviceCode: z.string(),
          stands: z.boolean(),
          /** The kuitansi of this payment that comes out next. */
          nextCopy: z.number().int().min(0),
        }),
      ),
    })
    .nullable(),
  history: z.array(
    person.extend({
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
  /** What it waits for, and why who asks may not do that; null: for nothing, nothing is in the way. */
  next: z.enum(['check', 'decide', 'order', 'pay', 'settle']).nullable(),
  mayNot: z.string().nullable(),
  /** It was rejected because it came too early, and would not be now: it may be taken again. */
  again: z.boolean(),
  /** The kuitansi that comes out next: 0 the original, n SALINAN ke-n. */
  nextCopy: z.number().int().min(0),
})
export type ClaimView = z.output<typeof claimView>

/**
 * Would compensation be due for this application, and why? `of`: its id, or number or text of its e-Kitir. `claimId`: the claim that it has already;
 * `again`: it was rejected because it came too early, and may be taken again.
 * Fault: application-unknown.
 */
export const assessClaim = query({
  name: 'claim.assess',
  input: z.strictObject({ of: z.string().trim().min(1).max(512) }),
  output: z.strictObject({
    application: applicationFacts,
    now: assessment,
    claimId: longId.nullable(),
    again: z.boolean(),
  }),
})

/** Newest first. `month` as `2026-11`, local, of the taking; null: all. `counts`: of that month. */
export const listClaims = query({
  name: 'claim.list',
  input: z.strictObject({
    state: z.enum(['open', 'case', 'all', ...claimState.options]),
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .nullable(),
  }),
  output: z.strictObject({
    rows: z.array(claimLine),
    counts: z.record(z.enum(['open', 'case', 'all', ...claimState.options]), z.number().int()),
  }),
})

/** Fault: claim-unknown. */
export const getClaim = query({
  name: 'claim.get',
  input: z.strictObject({ claimId: longId }),
  output: claimView,
})

/**
 * What was signed for each payment of a claim in cash: from this device, otherwise asked of the centre and not kept; see `case.signatures`.
 * Fault: claim-unknown.
 */
export const claimSignatures = query({
  name: 'claim.signatures',
  input: z.strictObject({ claimId: longId }),
  output: z.array(
    z.strictObject({
      paymentId: longId,
      signature: png.nullable(),
      where: z.enum(['here', 'centre', 'pending', 'unreachable']),
    }),
  ),
})

/** A citizen asks for compensation. Faults: application-unknown, already-claimed. */
export const takeClaim = command({
  name: 'claim.take',
  input: z.strictObject({
    applicationId,
    claimant: z.strictObject({ name: z.string().trim().min(1).max(200), relation: collectorKind }),
    complaintId: z.string().max(64).nullable(),
  }),
  output: claimView,
})

/** Notes what the rules find now, and why it came late. Faults: claim-unknown, claim-wrong-state, already-paid. */
export const checkClaim = command({
  name: 'claim.check',
  input: z.strictObject({ claimId: longId, cause: lateCause }),
  output: claimView,
})

/**
 * Approves or rejects, orders the payment, settles the case. A reason is needed to reject, to settle, and to approve in spite of an outage. Asked of the
 * centre: it may refuse it later. Faults: claim-unknown, those of `decideClaim`.
 */
export const decideClaim = command({
  name: 'claim.decide',
  input: z.strictObject({
    claimId: longId,
    decision: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('approve'), reason: reason.nullable() }),
      z.strictObject({ kind: z.literal('reject'), reason }),
      z.strictObject({ kind: z.literal('order-payment') }),
      z.strictObject({ kind: z.literal('settle'), outcome: z.enum(['stands', 'check-anew']), reason }),
    ]),
  }),
  output: claimView,
})

/**
 * Money was given: cash needs the citizen's signature. Repeating the same requestId pays nothing twice. Faults: claim-unknown, already-paid,
 * claim-wrong-state, claim-case-open, checked-by-you, approved-by-you, amount-differs, signature-missing.
 */
export const payClaim = command({
  name: 'claim.pay',
  input: z.strictObject({
    claimId: longId,
    /** Whole rupiah, as the person read it. */
    amount: z.number().int().positive(),
    method: z.enum(['cash', 'transfer']),
    signature: png.nullable(),
  }),
  output: claimView,
})

/** A kuitansi came out (saved or printed): the next one is a copy. `copy`: the one that came out; `paymentId`: as for the paper. Fault: claim-unknown. */
export const receiptCameOut = command({
  name: 'claim.receipt-out',
  input: z.strictObject({ claimId: longId, copy: z.number().int().min(0), paymentId: longId.optional() }),
  output: z.strictObject({ nextCopy: z.number().int() }),
})

/**
 * Months x kelurahan x cause, newest first; whole rupiah. `months`: sums, oldest first, for the chart. At the Dinas that of the whole city, which only the
 * centre knows. Faults there: online-only and those of network and centre.
 */
export const claimLedger = query({
  name: 'claim.ledger',
  input: z.strictObject({}),
  output: z.strictObject({
    of: z.enum(['unit', 'city']),
    lines: z.array(
      z.strictObject({
        month: z.string(),
        scope: z.string(),
        unit: z.string(),
        cause: lateCause,
        paid: z.number().int(),
        rupiah: z.number().int(),
        rejected: z.number().int(),
        contested: z.number().int(),
        contestedRupiah: z.number().int(),
      }),
    ),
    months: z.array(z.strictObject({ month: z.string(), paid: z.number().int(), rupiah: z.number().int() })),
  }),
})

/** The ledger, or every payment, as CSV without a word about any citizen; the shell asks where to save it. Fault: file-not-saved. */
export const exportLedger = command({
  name: 'claim.export-ledger',
  input: z.strictObject({ of: z.enum(['lines', 'payments']) }),
  output: z.strictObject({ saved: z.boolean(), fileName: z.string() }),
})
