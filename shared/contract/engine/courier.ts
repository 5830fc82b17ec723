import { z } from 'zod'
import { command, query } from './call.ts'
import { id, instant, proof } from './values.ts'

const bytes = z.number().int().nonnegative()
const count = z.number().int().nonnegative()

/** A file of another device on its way to the centre and back, or an answer of our own that was not taken in to its end. */
const carriedFile = z.strictObject({
  id,
  kind: z.enum(['queue', 'answer']),
  /** Whose queue it is. */
  deviceName: z.string(),
  madeAt: instant,
  size: bytes,
  /** `waiting` for a connection; `answered`: the answer is here, to be saved; `handed-back`: it was saved; `unfinished`: an answer to go on with. */
  state: z.enum(['waiting', 'answered', 'handed-back', 'refused', 'unfinished']),
  /** Why the centre refused it. */
  code: z.string().nullable(),
  /** Bytes that the centre has by now. */
  sent: bytes,
})

const taken = z.strictObject({
  found: z.literal('answer'),
  verdicts: count,
  rows: count,
  /** What waits for an answer still. */
  waiting: count,
  /** Older than what is known here: nothing changed. */
  older: z.boolean(),
})

/** The road without a network: what a file with the queue would hold, what is under way, what is carried for others. */
export const courierState = query({
  name: 'courier.state',
  input: z.strictObject({}),
  output: z.strictObject({
    /** False before this device was online for the first time: it has nobody to seal for. */
    possible: z.boolean(),
    queue: z.strictObject({
      commands: count,
      oldestAt: instant.nullable(),
      auditEntries: count,
      blobs: count,
      /** About. */
      bytes,
    }),
    savedAt: instant.nullable(),
    running: z.strictObject({ what: z.enum(['saving', 'reading', 'applying']), done: bytes, total: bytes }).nullable(),
    carried: z.array(carriedFile),
  }),
})

const queueSaved = z.strictObject({ saved: z.boolean(), fileName: z.string(), commands: count, bytes })
/** Asks where and saves everything that waits, sealed to the centre; it goes on waiting. Faults: courier-never-online, courier-busy, file-*. */
export const saveQueue = command({
  name: 'courier.save-queue',
  input: z.strictObject({}),
  output: queueSaved,
})
/** The same where nobody can sign in any more without the centre: the password proves who it is, and opens nothing else. Faults: those of sign-in, too. */
export const saveQueueLocked = command({
  name: 'courier.save-queue-locked',
  input: proof,
  output: queueSaved,
})
const opened = z.discriminatedUnion('found', [
  z.strictObject({ found: z.literal('nothing') }),
  z.strictObject({ found: z.literal('queue'), deviceName: z.string(), again: z.boolean() }),
  taken,
])
/** Asks which file, and does what it is for: takes in an answer, or keeps another device's queue to carry. Faults: courier-*, file-*, disk-full. */
export const openCourierFile = command({
  name: 'courier.open',
  input: z.strictObject({}),
  output: opened,
})
/** The centre's answer to the own queue, where nobody can sign in any more without the centre. Another device’s queue is not taken: courier-sign-in-first. Faults: those of sign-in, courier-*, file-*, disk-full. */
export const openAnswerLocked = command({
  name: 'courier.open-answer-locked',
  input: proof,
  output: opened,
})
/** Goes on with an answer that was cut off. Faults: courier-unknown, courier-gap, courier-busy. */
export const finishAnswer = command({
  name: 'courier.finish',
  input: z.strictObject({ id }),
  output: taken,
})
/** Asks where and saves the centre's answer for the device whose queue was carried. Faults: courier-unknown, courier-busy, file-*. */
export const saveAnswer = command({
  name: 'courier.save-answer',
  input: z.strictObject({ id }),
  output: z.strictObject({ saved: z.boolean(), fileName: z.string() }),
})
/** Forgets a carried file: the device that made it has everything still. Fault: courier-unknown. */
export const forgetCarried = command({
  name: 'courier.forget',
  input: z.strictObject({ id }),
  output: z.strictObject({}),
})
