import { z } from 'zod'
import { instant, scope } from './values.ts'

/**
 * What a supervisor or administrator of the Dinas does with the computers of the city: POST /v1/device-acts, with the device's token and the own password, which
 * the centre checks itself. Online only; each is kept with the person's name before its effect is answered.
 */

const deviceId = z.string().min(1).max(64)

/** `retired`: nobody lost it; it is to be given away or thrown away. */
export const lossReason = z.enum(['lost', 'stolen', 'retired'])
export type LossReason = z.output<typeof lossReason>

export const deviceAct = z.discriminatedUnion('kind', [
  /** A one-time code that enrols one computer of a unit. */
  z.looseObject({ kind: z.literal('make-code'), scope, days: z.number().int().min(1).max(7) }),
  z.looseObject({ kind: z.literal('cancel-code'), codeId: deviceId }),
  /** `reportedAt`: when somebody told that it is gone. */
  z.looseObject({ kind: z.literal('revoke'), deviceId, reason: lossReason, reportedAt: instant }),
  /** Of two computers with one identity, the one that was taken for the copy goes on. */
  z.looseObject({ kind: z.literal('readmit'), deviceId }),
  z.looseObject({ kind: z.literal('order-move'), deviceId, to: scope }),
  z.looseObject({ kind: z.literal('cancel-move'), deviceId }),
  /** What a revoked computer sent last is judged like any other work, and looked at by a supervisor. */
  z.looseObject({ kind: z.literal('release'), deviceId }),
])
export type DeviceAct = z.output<typeof deviceAct>

export const deviceActPath = '/v1/device-acts'

/** Faults: 403 `not-permitted` | `wrong-password`, 404, 409 `device-act-impossible`, 429 `locked-out`. */
export const deviceActRequest = z.looseObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
  act: deviceAct,
})

/** A code is told once, here; the centre keeps its hash. */
export const deviceActAnswer = z.looseObject({
  at: instant,
  code: z
    .looseObject({
      codeId: z.string(),
      code: z.string(),
      unitName: z.string(),
      expiresAt: instant,
      /** What a computer that enrols with it has to find: see shared/domain/enrolment/enrolment-slip.ts. */
      centreKey: z.string(),
      authority: z.string().nullable(),
    })
    .nullable(),
  /** Of a release: acts that were judged, of which so many contradict what was known. */
  released: z.looseObject({ acts: z.number().int(), conflicts: z.number().int() }).nullable(),
})
