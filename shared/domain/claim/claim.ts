import type { Traced } from '../act/traced.ts'
import type { CollectorKind } from '../card/card.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { CalendarDay, Instant } from '../time.ts'
import type { ClaimAssessment } from './assess-claim.ts'
import type { LateCause } from './late-cause.ts'

/** Diterima, Diperiksa, Disetujui, Ditolak, Menunggu pembayaran, Dibayar. */
export type ClaimState = 'received' | 'checked' | 'approved' | 'rejected' | 'awaiting-payment' | 'paid'

interface ClaimAct extends DoneBy {
  /** Of the happening, final for ever: the same one applied twice changes nothing. */
  readonly id: string
  readonly claimId: string
  readonly applicationId: string
}

/** All that can happen to a claim for compensation (klaim kompensasi). */
export type ClaimHappening =
  | (ClaimAct & {
      readonly kind: 'taken'
      readonly claimant: { readonly name: string; readonly relation: CollectorKind }
      /** Of the complaint at the counter from which it came; null: none. */
      readonly complaintId: string | null
    })
  | (ClaimAct & { readonly kind: 'checked'; readonly assessment: ClaimAssessment; readonly cause: LateCause })
  | (ClaimAct & { readonly kind: 'approved'; readonly amount: number; readonly reason: string | null })
  | (ClaimAct & { readonly kind: 'rejected'; readonly reason: string })
  | (ClaimAct & { readonly kind: 'payment-ordered' })
  | (ClaimAct & {
      readonly kind: 'paid'
      /** Whole rupiah. */
      readonly amount: number
      readonly method: 'cash' | 'transfer'
      /** Of the kuitansi; never reused. */
      readonly receiptNumber: string
      /** SHA-256 (hex) of the citizen's signature; null for a transfer. */
      readonly signature: string | null
    })
  /** The centre registered or changed an incident that struck the application. */
  | (ClaimAct & { readonly kind: 'incident-registered'; readonly incidentId: string })
  /** The centre changed a day of the unit's calendar, and the promise ends at another time by it. */
  | (ClaimAct & { readonly kind: 'calendar-changed'; readonly day: CalendarDay })
  /** A supervisor settled the open case: all stands, or the claim is checked anew (never one that is paid). */
  | (ClaimAct & { readonly kind: 'case-settled'; readonly outcome: 'stands' | 'check-anew'; readonly reason: string })

/** What a person must look at. All but `check-outdated` open a case. */
export const claimFlags = [
  'application-unknown',
  'not-taken',
  'taken-twice',
  'out-of-order',
  'check-outdated',
  'second-decision',
  'approved-by-taker',
  'checked-and-paid-by-one',
  'approved-and-paid-by-one',
  'paid-without-order',
  'paid-without-approval',
  'paid-though-rejected',
  'amount-differs',
  'paid-twice',
  'paid-while-case-open',
  'incident-after-decision',
  'calendar-after-decision',
  'not-permitted',
] as const
export type ClaimFlag = (typeof claimFlags)[number]

/**
 * The one claim of an application: a replicable row. A second one taken for the same application is a happening of this row, so that whatever bears its id
 * (a payment too) meets what was done before.
 */
export interface Claim extends Traced {
  /** Of the claim that was known first. */
  readonly id: string
  readonly scope: string
  readonly applicationId: string
  readonly state: ClaimState
  /** Staff ids of those whose act stands; null: not done. */
  readonly takenBy: string | null
  readonly checkedBy: string | null
  readonly decidedBy: string | null
  readonly paidBy: string | null
  /** What the check that stands found. */
  readonly assessment: ClaimAssessment | null
  /** Why it came late, as the check that stands says; null: not checked. */
  readonly cause: LateCause | null
  /** Whole rupiah as approved; null: not approved. */
  readonly amount: number | null
  /** Happening id of the payment that stands; every other payment is contested. */
  readonly paymentId: string | null
  readonly flags: readonly ClaimFlag[]
  /** Everything that was said to have happened, in the order in which it was applied. Nothing is ever taken out. */
  readonly happenings: readonly ClaimHappening[]
  /** The open case, if any. */
  readonly caseId: string | null
}

/** Something about a claim that a supervisor settles. */
export interface ClaimCase extends Traced {
  readonly id: string
  readonly scope: string
  readonly applicationId: string
  readonly claimId: string
  readonly reasons: readonly ClaimFlag[]
  /** The happenings that it is about. */
  readonly happeningIds: readonly string[]
  readonly state: 'open' | 'settled'
  readonly openedAt: Instant
  /** By whom and how; absent while it is open. */
  readonly settled?: ClaimSettled
}

export interface ClaimSettled {
  readonly settledAt: Instant
  readonly staffId: string
  readonly staffName: string
  readonly staffCode: string
  readonly outcome: 'stands' | 'check-anew'
  readonly reason: string
}
