import type { FastifyInstance } from 'fastify'
import { problem } from '#shared/contract/sync/protocol.ts'
import { askerHeader } from '#shared/contract/sync/queries.ts'
import { statusAnswer, statusDocumentRequest, statusPaths, statusRequest } from '#shared/contract/sync/status.ts'
import type { Centre } from '../centre.ts'
import { deviceOf } from '../guard-requests.ts'
import { tellDocument, tellStatus } from '../status/tell-status.ts'
import { byDevice, refusals, typed } from './route.ts'

/** For a citizen at another unit's counter. */
export function statusRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).post(
    statusPaths.status,
    {
      schema: {
        summary: 'How an application of any unit stands, for who knows the PIN of its e-Kitir',
        security: byDevice,
        body: statusRequest,
        response: { 200: statusAnswer, ...refusals },
      },
    },
    async (request) => {
      const asker = request.headers[askerHeader]
      return tellStatus(centre, deviceOf(request), request.body, typeof asker === 'string' ? asker : null)
    },
  )
  typed(app).post(
    statusPaths.document,
    {
      config: { flood: 'blobs' },
      schema: {
        summary: 'A finished document of it, as it was signed',
        security: byDevice,
        body: statusDocumentRequest,
        response: { ...refusals, 404: problem },
      },
    },
    async (request, reply) => {
      const bytes = await tellDocument(centre, deviceOf(request), request.body)
      return reply.type('application/octet-stream').send(bytes as never)
    },
  )
}
