import type { Traced } from '../act/traced.ts'
import type { CollectorKind } from '../card/card.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { Instant } from '../time.ts'
import type { ComplaintDeadline } from './complaint-deadline.ts'

/** terlambat, data salah, hilang, pelayanan, lainnya. */
export const complaintSubjects = ['late', 'wrong-data', 'lost', 'service', 'other'] as const
export type ComplaintSubject = (typeof complaintSubjects)[number]

/** The fact that a citizen complained at a counter (komplain), about one application. */
export interface ComplaintFiled extends DoneBy {
  readonly complaintId: string
  readonly applicationId: string
  readonly kitirNumber: string
  /** Printed on what the citizen takes home; final for ever. */
  readonly number: string
  readonly complainant: { readonly name: string; readonly kind: CollectorKind }
  readonly subject: ComplaintSubject
  readonly text: string
  /** As the city's rules said when it was taken; null: the calendar knew no such day. */
  readonly deadline: ComplaintDeadline | null
  readonly offline: boolean
}

/** The fact that somebody was answered (jawaban komplain). */
export interface ComplaintAnswered extends DoneBy {
  readonly answerId: string
  readonly complaintId: string
  readonly text: string
  readonly offline: boolean
}

/** The fact that the citizen took the complaint back (komplain dicabut). */
export interface ComplaintWithdrawn extends DoneBy {
  readonly withdrawId: string
  readonly complaintId: string
  readonly reason: string
  readonly offline: boolean
}

/** An answer as it stands in the complaint's own row. */
export interface ComplaintAnswer extends DoneBy {
  readonly answerId: string
  readonly text: string
}

/** One complaint: a replicable row. What happened to it is never taken out again. */
export interface Complaint extends Traced, DoneBy {
  readonly id: string
  readonly scope: string
  readonly applicationId: string
  readonly kitirNumber: string
  readonly number: string
  readonly complainant: { readonly name: string; readonly kind: CollectorKind }
  readonly subject: ComplaintSubject
  readonly text: string
  readonly deadline: ComplaintDeadline | null
  readonly acceptedAt: Instant | null
  readonly state: 'open' | 'answered' | 'withdrawn'
  /** The first one stopped the deadline; others were given after it. */
  readonly answers: readonly ComplaintAnswer[]
  readonly withdrawn: (DoneBy & { readonly reason: string }) | null
  /** Something of it was done by a person who might not. */
  readonly flags: readonly 'not-permitted'[]
}
