import { z } from 'zod'
import { command, query } from './call.ts'
import { cardKind, id, instant } from './values.ts'

const state = z.enum(['held', 'destroyed', 'returned', 'given-back'])

/** An old card that was withdrawn at a hand-over; `oldCardId` is the id of that hand-over. NIK masked. */
const oldCardLine = z.strictObject({
  oldCardId: id,
  cardKind: cardKind.nullable(),
  ownerName: z.string().nullable(),
  ownerNikMasked: z.string().nullable(),
  drawer: z.string().nullable(),
  receiptNumber: z.string(),
  withdrawnAt: instant,
  ageDays: z.number().int(),
  state,
  centre: z.enum(['recorded', 'waiting', 'will-clash', 'case']),
})
export type OldCardLine = z.output<typeof oldCardLine>

/** The drawer of old cards, oldest first (at most `limit`), how many there are of each state, and the last berita acara about them, newest first. */
export const listOldCards = query({
  name: 'old-card.list',
  input: z.strictObject({ limit: z.number().int().min(1).max(1000) }),
  output: z.strictObject({
    held: z.array(oldCardLine),
    counts: z.record(state, z.number().int()),
    records: z.array(
      z.strictObject({
        actId: id,
        number: z.string(),
        kind: z.enum(['destroyed', 'returned']),
        at: instant,
        cards: z.number().int(),
        staffName: z.string(),
        centre: z.enum(['recorded', 'waiting', 'will-clash', 'case']),
      }),
    ),
  }),
})

const person = z.strictObject({ name: z.string().trim().min(3).max(200), position: z.string().trim().max(100) })

/**
 * Empties the drawer with a berita acara (number BAM): destroyed before two witnesses, or returned to the Dinas. The act, its number and every card's line commit
 * together. Repeating the same requestId returns the same answer. Faults: old-card-gone {count} (none is moved), disk-full.
 */
export const moveOldCards = command({
  name: 'old-card.move',
  input: z.strictObject({
    kind: z.enum(['destroyed', 'returned']),
    oldCardIds: z.array(id).min(1).max(1000),
    place: z.string().trim().min(3).max(200),
    /** How they were destroyed; empty where they go back. */
    method: z.string().trim().max(100),
    witnesses: z.tuple([person, person]),
    /** Who takes them for the Dinas; null where they are destroyed. */
    receiver: person.nullable(),
  }),
  output: z.strictObject({ actId: id, number: z.string(), cards: z.number().int() }),
})
