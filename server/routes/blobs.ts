import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { limits, problem } from '#shared/contract/sync/protocol.ts'
import type { Centre } from '../centre.ts'
import { deviceOf } from '../guard-requests.ts'
import { invalid } from '../problem.ts'
import { addPiece, blobProgress, readBlob } from '../sync/blob-store.ts'
import { pieceRange } from './piece-range.ts'
import { byDevice, refusals, sha256Name, typed } from './route.ts'

const path = '/v1/blobs/:sha256'
const progress = z.object({ received: z.number(), size: z.number(), complete: z.boolean() })

/** Signatures, photos, documents. A piece at a time; each piece is kept or not, whole. */
export function blobRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).put(
    path,
    {
      bodyLimit: limits.blobBytes,
      config: { flood: 'blobs' },
      schema: {
        summary: 'Add to a blob; content-range resumes it',
        security: byDevice,
        consumes: ['application/octet-stream'],
        params: sha256Name,
        response: {
          200: progress,
          201: progress,
          202: progress,
          ...refusals,
          409: problem,
          413: problem,
          422: problem,
        },
      },
    },
    async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) throw invalid('content-type')
      const bytes = request.body
      const piece = { sha256: request.params.sha256, bytes, ...pieceRange(request.headers['content-range'], bytes) }
      const done = await addPiece(centre, deviceOf(request), piece)
      return reply
        .code(done.complete ? 201 : 202)
        .header('x-loket-received', done.received)
        .send({ received: done.received, size: done.size, complete: done.complete })
    },
  )
  typed(app).head(
    path,
    { config: { flood: 'blobs' }, schema: { hide: true, params: sha256Name } },
    async (request, reply) => {
      const { received, size } = await blobProgress(centre, deviceOf(request), request.params.sha256)
      return reply.header('x-loket-received', received).header('x-loket-size', size).type('application/json').send()
    },
  )
  typed(app).get(
    path,
    {
      exposeHeadRoute: false,
      config: { flood: 'blobs' },
      schema: { summary: 'A whole blob of the own scopes', security: byDevice, params: sha256Name },
    },
    async (request, reply) => {
      const bytes = await readBlob(centre, deviceOf(request), request.params.sha256)
      return reply.type('application/octet-stream').send(bytes)
    },
  )
}
