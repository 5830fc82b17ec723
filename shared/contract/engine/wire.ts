import { z } from 'zod'
import { fault } from '../errors.ts'
import { fatalCode } from '../shell/lifecycle.ts'

/** renderer -> engine. `session` is the token of session.sign-in, null before it. `requestId` (UUID) is required for commands. */
export const callMessage = z.strictObject({
  type: z.literal('call'),
  id: z.number().int(),
  name: z.string(),
  input: z.unknown(),
  session: z.string().nullable(),
  requestId: z.string().nullable(),
})

/** engine -> renderer. */
export const replyMessage = z.union([
  z.strictObject({ type: z.literal('reply'), id: z.number().int(), ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ type: z.literal('reply'), id: z.number().int(), ok: z.literal(false), fault }),
])

/**
 * engine -> renderer, unasked: these topics changed, refetch. Topics: `status` (connection, unsent, printer, clock), `cards`, `card:<id>`, `queue` (outbox, verdicts, cases),
 * `prints`, `scans`, `staff`, `settings`, `first-copy`, `courier` (files carried by hand), `keeping` (backups, checks, repair), `locked` (a session went behind the lock screen), `audit` (a check of the chain).
 */
export const topicsMessage = z.strictObject({ type: z.literal('topics'), topics: z.array(z.string()) })

/** engine -> renderer, first message on every new port. `fatal` where there is no database to work on: the screen explains, and `rescue.state` says what can be done. */
export const helloMessage = z.strictObject({
  type: z.literal('hello'),
  engineStart: z.number().int(),
  fatal: z.strictObject({ code: fatalCode }).nullable(),
})

export type CallMessage = z.output<typeof callMessage>
