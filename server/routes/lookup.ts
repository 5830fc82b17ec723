import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { endpoints, lookupAnswer } from '#shared/contract/sync/protocol.ts'
import { askerHeader } from '#shared/contract/sync/queries.ts'
import type { Centre } from '../centre.ts'
import { deviceOf } from '../guard-requests.ts'
import { lookUp } from '../sync/look-up.ts'
import { byDevice, refusals, typed } from './route.ts'

export function lookupRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).get(
    endpoints.lookup,
    {
      schema: {
        summary: 'What an e-Kitir or number is, and where its cards are',
        security: byDevice,
        querystring: z.object({ code: z.string().trim().min(1).max(512) }),
        response: { 200: lookupAnswer, ...refusals },
      },
    },
    async (request) => lookUp(centre, deviceOf(request), request.query.code, askerOf(request.headers[askerHeader])),
  )
}

/** Devices of before say it not. */
const askerOf = (header: string | string[] | undefined): string | null => (typeof header === 'string' ? header : null)
