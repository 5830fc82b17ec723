import { z } from 'zod'
import { reviewFlags } from '../../domain/handover/review-rule.ts'
import { command, query } from './call.ts'
import { cardKind, collectorKind, id, instant } from './values.ts'

/** A hand-over that was marked, and why: a supervisor looks at it afterwards. `own`: who asks gave the card or allowed it, and does not review it. */
const toReview = z.strictObject({
  handoverId: id,
  receiptNumber: z.string(),
  at: instant,
  cardKind: cardKind.nullable(),
  ownerName: z.string(),
  collectorName: z.string(),
  collectorKind,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
  flags: z.array(z.enum(reviewFlags)),
  /** What the counter said: why without PIN, why without the face, why in spite of the doubts. */
  reasons: z.array(z.string()),
  /** Papers that nobody looked at, in the city's words. */
  unchecked: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  own: z.boolean(),
})
export type ToReview = z.output<typeof toReview>

/** Hand-overs of the last 90 days that stand, are marked and were not reviewed, oldest first, at most 200 of `total`. */
export const listToReview = query({
  name: 'handover.to-review',
  input: z.strictObject({}),
  output: z.strictObject({ total: z.number().int(), rows: z.array(toReview) }),
})

/**
 * A supervisor has looked at a marked hand-over. Asked of the centre: refused there, it is on the list again. Repeating the same requestId returns the
 * same answer. Faults: handover-unknown, already-reviewed, own-hand-over, disk-full.
 */
export const reviewHandover = command({
  name: 'handover.review',
  input: z.strictObject({ handoverId: id, note: z.string().trim().max(300) }),
  output: z.strictObject({ reviewId: id }),
})
