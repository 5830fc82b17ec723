import { z } from 'zod'
import { movementFlags, movementKinds } from '#shared/domain/movement/movement.ts'
import { command, query } from './call.ts'
import { receiptData } from './handover.ts'
import { cardKind, cardState, id, instant, place, png } from './values.ts'

const decision = z.enum(['one-stands', 'both-happened', 'accepted', 'rejected'])

/** `centre`: waiting while this desk's own decision or note has no answer yet. */
const caseFacts = {
  caseId: id,
  /** As people name it: `K-2611-3F7A`. */
  number: z.string(),
  kind: z.enum(['double-hand-over', 'flagged-hand-over', 'flagged-movement', 'flagged-fact', 'count-difference']),
  state: z.enum(['open', 'settled']),
  openedAt: instant,
  cardId: id.nullable(),
  cardKind: cardKind.nullable(),
  ownerName: z.string().nullable(),
  centre: z.enum(['recorded', 'waiting']),
}

/** Cases of this unit as known here, newest first. */
export const listCases = query({
  name: 'case.list',
  input: z.strictObject({ state: z.enum(['open', 'settled', 'all']) }),
  output: z.array(z.strictObject(caseFacts)),
})

/** One of the hand-overs that a case is about, with all that speaks for or against it. */
const caseReceipt = z.strictObject({
  handoverId: id,
  receipt: receiptData,
  standing: z.enum(['stands', 'contested', 'set-aside', 'undone']),
  deviceCode: z.string(),
  /** When the centre took it in; null while it waits here. */
  acceptedAt: instant.nullable(),
  /** When it was by the centre's clock, where that of the device was wrong. */
  correctedAt: instant.nullable(),
  pin: z.enum(['verified', 'no-verifier', 'overridden']),
  override: z
    .strictObject({
      means: z.enum(['on-the-spot', 'challenge', 'review-later']),
      reason: z.string(),
      supervisorName: z.string().nullable(),
    })
    .nullable(),
  /** Why the identity was not seen; null when it was. */
  identityNotSeen: z.string().nullable(),
  photo: z.boolean(),
  flags: z.array(z.string()),
  /** Where it lies on this device; otherwise `case.signatures` has it. */
  signature: png.nullable(),
})
export type CaseReceipt = z.output<typeof caseReceipt>

const caseMovement = z.strictObject({
  movementId: z.string(),
  kind: z.enum(movementKinds),
  from: cardState.nullable(),
  to: cardState.nullable(),
  at: instant,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
  number: z.string().nullable(),
  reason: z.string().nullable(),
  flags: z.array(z.enum(movementFlags)),
})
export type CaseMovement = z.output<typeof caseMovement>

const pieces = z.strictObject({ ktpEl: z.number().int(), kia: z.number().int() })

/** A count of the drawer that did not agree: at the opening or the closing of a shift. */
const caseCount = z.strictObject({
  deviceCode: z.string(),
  number: z.string().nullable(),
  at: instant,
  staffName: z.string(),
  takingName: z.string().nullable(),
  expected: pieces,
  counted: pieces,
  differences: z.array(
    z.strictObject({
      rack: z.string(),
      box: z.string(),
      cardKind,
      expected: z.number().int(),
      counted: z.number().int(),
      explanation: z.string(),
      /** Of a card too many. */
      labelCode: z.string().optional(),
      /** Of the whole drawer against the opening and the ledger. */
      against: z.literal('sum').optional(),
    }),
  ),
  explanation: z.string().nullable(),
})
export type CaseCount = z.output<typeof caseCount>

/** A berita acara about an old card of the case. `stands`: the one that the drawer goes by. */
const caseOldCardAct = z.strictObject({
  actId: id,
  oldCardId: id,
  stands: z.boolean(),
  kind: z.enum(['destroyed', 'returned']),
  number: z.string(),
  receiptNumber: z.string(),
  at: instant,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
  place: z.string(),
  method: z.string().nullable(),
  witnesses: z.array(z.string()),
  receiver: z.string().nullable(),
})

/** A line of the book of blanks that somebody wrote who might not. */
const caseBlank = z.strictObject({
  entryId: id,
  kind: z.enum(['in', 'used', 'spoiled', 'counted']),
  cardKind,
  quantity: z.number().int(),
  at: instant,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
  number: z.string().nullable(),
  reason: z.string().nullable(),
})

/** Everything about one case. Receipts in the order in which the centre took them in. Fault: case-unknown. */
export const getCase = query({
  name: 'case.get',
  input: z.strictObject({ caseId: id }),
  output: z.strictObject({
    ...caseFacts,
    place: place.nullable(),
    receipts: z.array(caseReceipt),
    movements: z.array(caseMovement),
    counts: z.array(caseCount),
    /** An act that the centre kept and could not follow; null: the case is about something else. */
    fact: z.strictObject({ type: z.string(), at: instant, code: z.string() }).nullable(),
    oldCards: z.array(caseOldCardAct),
    blanks: z.array(caseBlank),
    notes: z.array(
      z.strictObject({
        noteId: id,
        kind: z.enum(['asked', 'statement']),
        text: z.string(),
        at: instant,
        staffName: z.string(),
        deviceCode: z.string(),
      }),
    ),
    settled: z
      .strictObject({
        settledAt: instant,
        staffName: z.string(),
        decision,
        standsHandoverId: id.nullable(),
        reason: z.string(),
      })
      .nullable(),
  }),
})
export type CaseShown = z.output<typeof getCase.output>

/**
 * The signatures of a case: from this device, otherwise asked of the centre and not kept. pending: not at the centre yet, and the case cannot be settled
 * until it is; unreachable: the centre cannot be asked now; on-list: the owner signed the paper of a list. Fault: case-unknown.
 */
export const caseSignatures = query({
  name: 'case.signatures',
  input: z.strictObject({ caseId: id }),
  output: z.array(
    z.strictObject({
      handoverId: id,
      signature: png.nullable(),
      where: z.enum(['here', 'centre', 'pending', 'unreachable', 'on-list']),
    }),
  ),
})

/**
 * A supervisor's decision, signed with the own password. Asked of the centre: where it is refused there, the case is open again here. Repeating the same
 * requestId returns the same answer. Faults: case-unknown, case-settled, case-grown, evidence-pending, those of sign-in, disk-full.
 */
export const settleCase = command({
  name: 'case.settle',
  input: z.strictObject({
    caseId: id,
    decision,
    standsHandoverId: id.nullable(),
    /** As case.get named them. */
    handoversSeen: z.array(id),
    reason: z.string().trim().min(3).max(500),
    password: z.string().min(1).max(256),
  }),
  output: z.strictObject({ caseId: id, state: z.enum(['open', 'settled']) }),
})

/** What a clerk says about a case, or what the supervisor asks them: the case stays as it is. Faults: case-unknown, disk-full. */
export const noteCase = command({
  name: 'case.note',
  input: z.strictObject({
    caseId: id,
    kind: z.enum(['asked', 'statement']),
    text: z.string().trim().min(3).max(500),
  }),
  output: z.strictObject({ noteId: id }),
})
