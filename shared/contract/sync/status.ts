import { z } from 'zod'
import { instant, sha256 } from './values.ts'

/**
 * POST /v1/status: how an application stands, of whichever unit, for who knows the PIN of its e-Kitir. Without a PIN nothing is told but that there is one.
 * POST /v1/status/document: one of its finished documents, as it was signed; 404 `not-found`: not of this application, not whole yet, or another PIN.
 * Tries are counted at the centre, per application, whether right or wrong: beyond `statusTries` in an hour `locked`, or 429 `rate-limited`.
 */
export const statusPaths = { status: '/v1/status', document: '/v1/status/document' } as const
export const statusTries = { times: 10, perSeconds: 3600 } as const

const code = z.string().trim().min(1).max(512)
const pin = z.string().regex(/^\d{4,12}$/)

export const statusRequest = z.object({ code, pin: pin.nullable() })
export const statusDocumentRequest = z.object({ code, pin, sha256 })

/** As the engine's contract says it (engine/status.ts), worked out by the centre. */
const statusThere = z.looseObject({
  applicationId: z.string(),
  kitirNumber: z.string(),
  kngNumber: z.string().nullable(),
  /** Code of the catalogue; and what the service was called when it was filed, where a counter filed it. */
  service: z.string(),
  serviceName: z.string().nullable(),
  applicantName: z.string(),
  filedAt: instant,
  status: z.string(),
  steps: z.array(z.looseObject({ stepId: z.string(), status: z.string(), at: instant, note: z.string().nullable() })),
  clock: z
    .looseObject({
      state: z.enum(['excluded', 'running', 'due-soon', 'paused', 'late', 'on-time']),
      startAt: instant.nullable(),
      dueAt: instant.nullable(),
      netUsedSeconds: z.number(),
      secondsLeft: z.number(),
      officeSecondsLeft: z.number(),
      secondsLate: z.number(),
      grounds: z.array(z.string()),
    })
    .nullable(),
  clockSteps: z.array(
    z.looseObject({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  expectedAt: instant.nullable(),
  collectAt: z.string().nullable(),
  cards: z.array(
    z.looseObject({ cardId: z.string(), kind: z.enum(['ktp-el', 'kia']), state: z.string(), unitName: z.string() }),
  ),
  results: z.array(z.looseObject({ sha256, title: z.string(), pages: z.number().int(), at: instant })),
})
export type StatusThere = z.output<typeof statusThere>

const about = { kitirNumber: z.string(), unitName: z.string() }
export const statusAnswer = z.discriminatedUnion('outcome', [
  z.looseObject({ outcome: z.literal('unknown') }),
  z.looseObject({ outcome: z.literal('pin-needed'), ...about }),
  z.looseObject({ outcome: z.literal('no-pin'), ...about }),
  z.looseObject({ outcome: z.literal('replaced'), ...about }),
  z.looseObject({ outcome: z.literal('locked'), ...about }),
  z.looseObject({ outcome: z.literal('wrong'), ...about }),
  z.looseObject({ outcome: z.literal('open'), ...about, status: statusThere }),
])
export type StatusAnswer = z.output<typeof statusAnswer>
