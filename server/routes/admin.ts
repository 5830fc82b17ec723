import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { problem } from '#shared/contract/sync/protocol.ts'
import { makeEnrolmentCode } from '../auth/enrolment.ts'
import { sha256Hex } from '../auth/raw-keys.ts'
import type { Centre } from '../centre.ts'
import { unauthorised } from '../problem.ts'
import { refusals, typed } from './route.ts'

const request = z.looseObject({
  scope: z.string().max(32),
  deviceCode: z
    .string()
    .regex(/^\d{2}$/)
    .nullish(),
})

/** For who sets up devices. Exists only when the process was given an administration token. */
export function adminRoutes(app: FastifyInstance, centre: Centre): void {
  const expected = Buffer.from(sha256Hex(`Bearer ${centre.adminToken}`))
  app.addHook('onRequest', async ({ headers }) => {
    if (!timingSafeEqual(Buffer.from(sha256Hex(headers.authorization ?? '')), expected)) throw unauthorised()
  })
  typed(app).post(
    '/v1/admin/enrolment-codes',
    {
      schema: {
        summary: 'A one-time code that enrols one device',
        body: request,
        response: { 200: z.object({ code: z.string() }), ...refusals, 404: problem, 409: problem },
      },
    },
    async ({ body }) => ({ code: await makeEnrolmentCode(centre, body.scope, body.deviceCode ?? null) }),
  )
}
