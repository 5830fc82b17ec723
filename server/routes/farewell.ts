import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { courierLimits } from '#shared/contract/sync/courier.ts'
import {
  farewellAnswer,
  farewellFilePath,
  farewellPath,
  farewellReceipt,
  farewellRequest,
} from '#shared/contract/sync/farewell.ts'
import { problem } from '#shared/contract/sync/protocol.ts'
import { bearerOf } from '../auth/device-token.ts'
import { countUse } from '../auth/rate-limit.ts'
import type { Centre } from '../centre.ts'
import { addFilePiece, keptFile } from '../courier/courier-store.ts'
import { beginFarewell, receiveFarewell } from '../devices/farewell.ts'
import { deviceOf } from '../guard-requests.ts'
import { invalid, Problem } from '../problem.ts'
import { pieceRange } from './piece-range.ts'
import { byDevice, byId, refusals, sha256Name, typed } from './route.ts'

const farewells = { times: 30, perSeconds: 60 }
const path = farewellFilePath(':sha256')
const progress = z.object({ received: z.number(), size: z.number() })

/** A revoked device asks for its end; without a token. */
export function farewellBeginRoute(app: FastifyInstance, centre: Centre): void {
  typed(app).post(
    farewellPath(':id'),
    {
      schema: {
        summary: 'A revoked device is told of its end, signed',
        params: byId,
        body: farewellRequest,
        response: { 200: farewellAnswer, ...refusals, 409: problem },
      },
    },
    async (request) => {
      const deviceId = request.params.id
      await countUse(centre, `farewell:${deviceId}`, farewells)
      return beginFarewell(centre, { ...request.body, deviceId })
    },
  )
}

/** What a revoked device may still do: bring what it has not sent, sealed. */
export function farewellRoutes(app: FastifyInstance, centre: Centre): void {
  app.addHook('onRequest', async (request) => {
    request.device = await bearerOf(centre, request.headers.authorization)
    if (request.device.state !== 'revoked') throw new Problem(409, 'not-revoked')
  })
  typed(app).put(
    path,
    {
      bodyLimit: courierLimits.pieceBytes,
      schema: {
        summary: 'Add to the last queue of a revoked device; content-range resumes it',
        security: byDevice,
        consumes: ['application/octet-stream'],
        params: sha256Name,
        response: { 202: progress, ...refusals, 409: problem, 413: problem },
      },
    },
    async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) throw invalid('content-type')
      const { start, size } = pieceRange(request.headers['content-range'], request.body)
      const piece = { carrier: deviceOf(request), sha256: request.params.sha256, start, size, bytes: request.body }
      const received = await addFilePiece(centre, piece)
      return reply.code(202).header('x-loket-received', received).send({ received, size })
    },
  )
  typed(app).head(path, { schema: { hide: true, params: sha256Name } }, async (request, reply) => {
    const file = await keptFile(centre, { carrier: deviceOf(request), sha256: request.params.sha256 })
    return reply.header('x-loket-received', file.received).type('application/json').send()
  })
  typed(app).post(
    path,
    {
      schema: {
        summary: 'The last queue came whole: a signed receipt, after which the device erases itself',
        security: byDevice,
        params: sha256Name,
        response: { 200: farewellReceipt, ...refusals, 404: problem, 409: problem },
      },
    },
    async (request) => receiveFarewell(centre, deviceOf(request), request.params.sha256),
  )
}
