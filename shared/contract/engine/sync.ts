import { z } from 'zod'
import { command, query } from './call.ts'
import { cardKind, id, instant } from './values.ts'

const queueRow = z.strictObject({
  commandId: id,
  seq: z.number().int(),
  type: z.string(),
  at: instant,
  cardId: id.nullable(),
  cardKind: cardKind.nullable(),
  ownerName: z.string().nullable(),
  place: z.string().nullable(),
  state: z.enum(['waiting', 'sending', 'will-clash']),
})

/** One thing that needs a person, with one next step. */
const exceptionRow = z.strictObject({
  id,
  kind: z.enum(['conflict', 'refused', 'attention']),
  code: z.string(),
  seq: z.number().int().nullable(),
  cardId: id.nullable(),
  handoverId: id.nullable(),
  cardKind: cardKind.nullable(),
  ownerName: z.string().nullable(),
  /** The act that the centre refused or kept as a conflict; null: an open case, or no act. */
  actType: z.string().nullable(),
  /** Time and place of the two facts, or whatever the sentence needs. */
  details: z.record(z.string(), z.string()),
  /** The case it is part of, where one is known here. */
  caseId: id.nullable(),
  /** The claim for compensation that it is about. */
  claimId: z.string().max(130).nullable(),
  next: z.enum(['open-case', 'open-claim', 'open-receipt', 'call-supervisor', 'send-again', 'understood']),
})

export const syncOverview = query({
  name: 'sync.overview',
  input: z.strictObject({}),
  output: z.strictObject({
    queue: z.array(queueRow),
    exceptions: z.array(exceptionRow),
    verdictsToday: z.strictObject({
      applied: z.number().int(),
      duplicate: z.number().int(),
      conflict: z.number().int(),
      refused: z.number().int(),
    }),
    history: z.array(
      z.strictObject({
        commandId: id,
        seq: z.number().int(),
        type: z.string(),
        ownerName: z.string().nullable(),
        kind: z.enum(['applied', 'duplicate', 'conflict', 'refused']),
        code: z.string().nullable(),
        decidedAt: instant,
      }),
    ),
    /** Files that wait, their size, and how much of the one under way is at the centre. */
    blobs: z.strictObject({ waiting: z.number().int(), bytes: z.number().int(), sent: z.number().int() }),
    rowsPulledToday: z.number().int(),
    chainLength: z.number().int(),
    chainIntact: z.boolean(),
    nextSyncAt: instant.nullable(),
    syncing: z.boolean(),
    lastPushAt: instant.nullable(),
    lastPullAt: instant.nullable(),
  }),
})

/** Pushes and pulls at once; returns when that round is over. Faults: those of network and centre (errors.ts, LKT-6xx). */
export const syncNow = command({
  name: 'sync.now',
  input: z.strictObject({}),
  output: z.strictObject({ sent: z.number().int(), received: z.number().int() }),
})
/** Demonstration switch: cuts this device off the centre, or lets it back. */
export const setConnection = command({
  name: 'sync.set-connection',
  input: z.strictObject({ connected: z.boolean() }),
  output: z.strictObject({}),
})
/** Marks an exception that asked only to be read. */
export const acknowledge = command({
  name: 'sync.acknowledge',
  input: z.strictObject({ id }),
  output: z.strictObject({}),
})
