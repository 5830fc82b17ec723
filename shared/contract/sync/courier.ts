import { z } from 'zod'
import { auditEntry, pushedCommand, verdict } from './protocol.ts'

/**
 * What travels on a stick: the queue of a device without a network, sealed to the centre, and the centre's answer, sealed to the device. How the bytes lie in
 * the file says shared/courier and ADR 0022; the sealed content is gzipped NDJSON of the lines below.
 */
export const courierVersion = 1

export const courierLimits = {
  /** One file. */
  fileBytes: 536_870_912,
  /** The content of one file, unpacked: what packs better than this is no queue. */
  contentBytes: 4_294_967_296,
  /** One line of the content. */
  lineBytes: 8_388_608,
  /** A file on its way to the centre goes in pieces of this. */
  pieceBytes: 1_048_576,
  /** Bytes of a blob in one line. */
  blobPieceBytes: 196_608,
} as const

const instant = z.iso.datetime({ precision: 3 })
const hex = z.string().regex(/^[0-9a-f]{64}$/)

/** In clear at the head of a file, authenticated; nothing in it is about a person. */
export const courierHeader = z.looseObject({
  v: z.number().int().positive(),
  kind: z.enum(['queue', 'answer']),
  /** Of this file. */
  id: z.string().min(1).max(64),
  /** Of an answer: the file that it answers. */
  answers: z.string().min(1).max(64).nullable(),
  /** By the clock of who made it. */
  madeAt: instant,
  /** The device whose queue it is. */
  deviceId: z.string().min(1).max(64),
  deviceName: z.string().max(64),
  /** Of that device when it saved the queue; its key signed it. */
  generation: z.number().int().positive(),
  /** Sealing key of whom it is for: base64url of 32 bytes. */
  recipient: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})
export type CourierHeader = z.output<typeof courierHeader>

/** First line of a queue. */
const queueAbout = z.looseObject({
  line: z.literal('about'),
  appVersion: z.string(),
  /** Where the device stands in the changes of each of its scopes; null: it has no whole copy. */
  cursors: z.array(z.looseObject({ scope: z.string(), cursor: z.string().nullable() })),
})
const blobPiece = z.looseObject({
  line: z.literal('blob'),
  sha256: hex,
  size: z.number().int().nonnegative(),
  from: z.number().int().nonnegative(),
  /** base64url */
  bytes: z.string(),
})
const end = z.looseObject({ line: z.literal('end') })

/** Commands in the order of their numbers, then audit entries, then blobs; the end says that nothing is missing. */
export const queueLine = z.discriminatedUnion('line', [
  queueAbout,
  pushedCommand.extend({ line: z.literal('command'), generation: z.number().int().positive() }),
  auditEntry.extend({ line: z.literal('audit'), generation: z.number().int().positive() }),
  blobPiece,
  end,
])
export type QueueLine = z.output<typeof queueLine>

/**
 * First line of an answer. `outcome`: whether commands were taken, and why not; what was taken before has its verdict all the same. `superseded`: this device
 * has gone on under a later generation, somewhere.
 */
const answerAbout = z.looseObject({
  line: z.literal('about'),
  outcome: z.enum(['taken', 'forked', 'quarantined', 'revoked', 'superseded', 'expected-seq', 'not-taken']),
  /** With `expected-seq`: the centre lacks the commands from here on (it was restored from a backup). */
  expected: z.looseObject({ generation: z.number().int(), seq: z.number().int() }).nullable(),
  /** Names the history that the centre's database is in: positions compare within one only. */
  incarnation: z.string(),
  serverTime: instant,
})
/**
 * So many changes follow, one a line, as the sync knows them. `from`, `to`: positions in the scope's changes; a snapshot (kind) replaces the copy and has no
 * `from`. `cursor`: where the device stands after them, with the last page of a snapshot only.
 */
const answerPage = z.looseObject({
  line: z.literal('page'),
  kind: z.enum(['changes', 'snapshot']),
  scope: z.string(),
  from: z.number().int().nonnegative().nullable(),
  /** The cursor that they go on from; of a snapshot the one that was too old. */
  after: z.string().nullable(),
  to: z.number().int().nonnegative(),
  cursor: z.string().nullable(),
  count: z.number().int().nonnegative(),
})
export const answerLine = z.discriminatedUnion('line', [
  answerAbout,
  verdict.extend({ line: z.literal('verdict'), generation: z.number().int().positive() }),
  /** The centre has the audit chain of this generation up to here. */
  z.looseObject({ line: z.literal('audited'), generation: z.number().int(), lastSeq: z.number().int() }),
  /** The centre has this file whole. */
  z.looseObject({ line: z.literal('has'), sha256: hex }),
  answerPage,
  end,
])
export type AnswerLine = z.output<typeof answerLine>
export type AnswerPage = z.output<typeof answerPage>

/** PUT, POST and GET `/v1/courier/{sha256 of the file}`: a piece of it; open it; the answer, in pieces (`from`, at most 1 MiB each). */
export const courierPath = (sha256: string): string => `/v1/courier/${sha256}`

/** Why the centre does not open a file, for the person who carries it. */
export const courierRefusal = z.enum([
  'not-a-queue',
  'damaged',
  'too-new',
  'other-centre',
  'device-unknown',
  'signature-wrong',
])
export type CourierRefusal = z.output<typeof courierRefusal>

/** POST: opened and answered, or refused for good. */
export const courierAnswer = z.looseObject({
  state: z.enum(['answered', 'refused']),
  /** A code of `courierRefusal` or one of the future. */
  code: z.string().nullable(),
  answer: z.looseObject({ sha256: hex, size: z.number().int().positive() }).nullable(),
})
