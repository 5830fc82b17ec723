import { z } from 'zod'
import { pushedCommand } from '#shared/contract/sync/protocol.ts'

/** What desks say to each other: one JSON object a line, over TLS. Loose: what an older program does not know, it leaves. */

export const limits = {
  lineBytes: 1_048_576,
  factsPerMessage: 50,
  cardsPerClaim: 500,
  /** A claim ends by itself unless it is asked for again: nobody waits longer for a desk that died. */
  longestClaimMs: 40_000,
} as const

const cardIds = z.array(z.string().min(1).max(64)).max(limits.cardsPerClaim)

const lanMessage = z.discriminatedUnion('t', [
  /** First of each side: the other one has let it in. */
  z.looseObject({ t: z.literal('hello'), v: z.literal(1) }),
  /** Every few seconds: it is there. */
  z.looseObject({ t: z.literal('here') }),
  /** Signed hand-overs and undoings that the centre has not confirmed where they are told. */
  z.looseObject({ t: z.literal('facts'), commands: z.array(pushedCommand).max(limits.factsPerMessage) }),
  /** "I am handing these cards over now", for so long. */
  z.looseObject({ t: z.literal('claim'), ref: z.number().int(), cardIds, ms: z.number().int().positive() }),
  /** Whose claims stand against that; none: it is the asker's. */
  z.looseObject({
    t: z.literal('answer'),
    ref: z.number().int(),
    held: z.array(z.looseObject({ cardId: z.string(), deviceId: z.string(), leftMs: z.number() })),
  }),
  /** They were not handed over after all. */
  z.looseObject({ t: z.literal('release'), cardIds }),
])
export type LanMessage = z.output<typeof lanMessage>
export type MessageOf<T extends LanMessage['t']> = Extract<LanMessage, { t: T }>

/** Null for what this program does not know: a newer one may say more. Throws for a line that is no JSON. */
export const readMessage = (line: string): LanMessage | null => lanMessage.safeParse(JSON.parse(line)).data ?? null
