import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { endpoints, limits, problem } from '#shared/contract/sync/protocol.ts'
import type { Centre } from '../centre.ts'
import { deviceOf } from '../guard-requests.ts'
import { Problem } from '../problem.ts'
import { changesPage } from '../sync/changes-page.ts'
import { snapshotPage } from '../sync/snapshot-page.ts'
import { byDevice, refusals, typed } from './route.ts'

const limit = z.coerce.number().int().min(1).max(limits.changesPerPage).default(limits.changesPerPage)
const ndjson = z.string().describe('NDJSON: a change a line, then the end of the page')

/** Rows come down. */
export function pullRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).get(
    endpoints.snapshot,
    {
      config: { flood: 'pull' },
      schema: {
        summary: 'First copy of a scope, page by page',
        security: byDevice,
        querystring: z.object({ scope: z.string().max(32), after: z.string().max(2000).optional(), limit }),
        produces: ['application/x-ndjson'],
        response: { 200: ndjson, ...refusals, 404: problem },
      },
    },
    async (request, reply) => {
      const { scope, after, limit } = request.query
      if (!deviceOf(request).scopes.includes(scope)) throw new Problem(403, 'scope-not-granted')
      const page = await snapshotPage(centre, scope, after ?? null, limit)
      return reply.type('application/x-ndjson').serializer(asItIs).send(page)
    },
  )
  typed(app).get(
    endpoints.changes,
    {
      config: { flood: 'pull' },
      schema: {
        summary: 'Changes after a cursor, in commit order per scope',
        security: byDevice,
        querystring: z.object({ cursor: z.string().max(8000), limit }),
        produces: ['application/x-ndjson'],
        response: { 200: ndjson, ...refusals, 410: problem },
      },
    },
    async (request, reply) => {
      const page = await changesPage(centre, deviceOf(request), request.query.cursor, request.query.limit)
      return reply.type('application/x-ndjson').serializer(asItIs).send(page)
    },
  )
}

const asItIs = (text: unknown): string => String(text)
