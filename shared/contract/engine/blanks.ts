import { z } from 'zod'
import { command, query } from './call.ts'
import { cardKind, id, instant } from './values.ts'

const blankMove = z.enum(['in', 'used', 'spoiled', 'counted'])
/** Pieces. */
const pieces = z.number().int()
/** Who keeps the book of blanks at Siola. */

/** The book of blanks (blangko) of the Dinas: what is left, and its lines, newest first. Fault: not-at-the-dinas. */
export const blankBook = query({
  name: 'blanks.book',
  input: z.strictObject({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
  output: z.strictObject({
    stock: z.strictObject({ 'ktp-el': pieces, kia: pieces }),
    rows: z.array(
      z.strictObject({
        entryId: id,
        kind: blankMove,
        cardKind,
        quantity: pieces,
        /** What it did to the stock. */
        change: pieces,
        /** A count that the book does not follow: another desk counted the same stock beside it, later. */
        beside: z.boolean(),
        number: z.string().nullable(),
        reason: z.string().nullable(),
        at: instant,
        staffName: z.string(),
        deviceCode: z.string(),
        centre: z.enum(['recorded', 'waiting', 'will-clash', 'case']),
      }),
    ),
    total: z.number().int(),
  }),
})

/**
 * Blanks came in, were used or spoiled, or were counted. What is spoiled, more than the book says is there, and a count that differs from it need a reason.
 * Faults: not-at-the-dinas, blanks-unexplained {change, stock}.
 */
export const moveBlanks = command({
  name: 'blanks.move',
  input: z.strictObject({
    kind: blankMove,
    cardKind,
    quantity: pieces.min(0).max(1_000_000),
    number: z.string().trim().max(64).nullable(),
    reason: z.string().trim().max(300).nullable(),
  }),
  output: z.strictObject({ entryId: id, change: pieces }),
})
