import { z } from 'zod'
import { fault } from '../errors.ts'
import { command, query } from './call.ts'
import { clockReading, clockStep } from './promise.ts'
import { cardKind, cardState, id, instant, sha256 } from './values.ts'

/** How an application stands, for the eyes of the citizen who filed it: no NIK, nobody else's name. */
const applicationStatus = z.strictObject({
  applicationId: id,
  kitirNumber: z.string(),
  /** KNG's own; null: not known here. */
  kngNumber: z.string().nullable(),
  /** Another unit's, as the centre told it just now; null: of this device's own. */
  unitName: z.string().nullable(),
  /** Name of the catalogue; the code where that does not know it. */
  serviceName: z.string(),
  applicantName: z.string(),
  filedAt: instant,
  /** A status of domain.md section 4. */
  status: z.string(),
  /** Oldest first; empty: only the status is known. */
  steps: z.array(z.strictObject({ stepId: z.string(), status: z.string(), at: instant, note: z.string().nullable() })),
  /** Null: nothing is promised to it. */
  clock: clockReading.nullable(),
  clockSteps: z.array(clockStep),
  expectedAt: instant.nullable(),
  /** Unit where the result is collected; null: nothing to collect, or not known. */
  collectAt: z.string().nullable(),
  cards: z.array(z.strictObject({ cardId: id, kind: cardKind, state: cardState, unitName: z.string() })),
  results: z.array(z.strictObject({ sha256, title: z.string(), pages: z.number().int(), at: instant })),
  dataAsOf: instant.nullable(),
})
export type ApplicationStatusShown = z.output<typeof applicationStatus>

const asked = { kitirNumber: z.string(), unitName: z.string().nullable(), triesLeft: z.number().int().nullable() }

/**
 * The status behind an e-Kitir. Without its PIN nothing is told but that there is one (`pin-needed`); wrong tries are counted as for the card's PIN. `no-pin`: an
 * old e-Kitir without one, to be made anew. Of another unit (`unitName`), the centre asks for the PIN, and counts the tries (`triesLeft` null); `elsewhere`: there it has none. `signed`: where the code bore a signature.
 */
export const readStatus = command({
  name: 'status.read',
  input: z.strictObject({ code: z.string().max(20_000), pin: z.string().max(12).nullable() }),
  output: z.discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('pin-needed'),
      ...asked,
      signed: z.enum(['valid', 'unsigned', 'key-unknown']),
    }),
    z.strictObject({ outcome: z.literal('wrong'), ...asked }),
    /** `unitName`: another unit's, locked at the centre for an hour. */
    z.strictObject({ outcome: z.literal('locked'), kitirNumber: z.string(), unitName: z.string().nullable() }),
    z.strictObject({ outcome: z.literal('no-pin'), kitirNumber: z.string(), applicationId: id }),
    z.strictObject({ outcome: z.literal('replaced'), kitirNumber: z.string(), replacedAt: instant.nullable() }),
    z.strictObject({ outcome: z.literal('elsewhere'), kitirNumber: z.string(), unitName: z.string().nullable() }),
    z.strictObject({
      outcome: z.literal('not-here'),
      asked: z.enum(['offline', 'failed', 'centre']),
      fault: fault.nullable(),
      dataAsOf: instant.nullable(),
    }),
    z.strictObject({ outcome: z.literal('forged'), reason: z.enum(['signature', 'revoked-key', 'expired-key']) }),
    z.strictObject({ outcome: z.literal('unknown') }),
    z.strictObject({ outcome: z.literal('open'), status: applicationStatus }),
  ]),
})
export type StatusRead = z.output<typeof readStatus.output>

/** The same of an application of this device's own units, for a clerk who opened it from the list. Fault: application-unknown. */
export const statusOf = query({
  name: 'status.of',
  input: z.strictObject({ applicationId: id }),
  output: applicationStatus,
})
