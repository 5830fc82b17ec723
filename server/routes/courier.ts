import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { courierAnswer, courierLimits, courierPath } from '#shared/contract/sync/courier.ts'
import { problem } from '#shared/contract/sync/protocol.ts'
import type { Centre } from '../centre.ts'
import { answerCarried } from '../courier/answer-carried.ts'
import { addFilePiece, keptFile, partAt } from '../courier/courier-store.ts'
import { Refused } from '../courier/open-queue.ts'
import { deviceOf } from '../guard-requests.ts'
import { invalid, notFound } from '../problem.ts'
import { pieceRange } from './piece-range.ts'
import { byDevice, refusals, sha256Name, typed } from './route.ts'

const path = courierPath(':sha256')
const progress = z.object({ received: z.number(), size: z.number() })

/** Files that a device carries for one without a network: sealed, so that it cannot read them. */
export function courierRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).put(
    path,
    {
      bodyLimit: courierLimits.pieceBytes,
      schema: {
        summary: 'Add to a carried file; content-range resumes it',
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
        summary: 'Open a carried file that came whole; answered, or refused for good',
        security: byDevice,
        params: sha256Name,
        response: { 200: courierAnswer, ...refusals, 404: problem, 409: problem },
      },
    },
    async (request) => {
      try {
        const carried = { carrier: deviceOf(request), sha256: request.params.sha256 }
        const { file, unprocessable } = await answerCarried(centre, carried)
        for (const { commandId, cause: err } of unprocessable)
          request.log.error(
            { err, commandId, deviceId: file.device_id },
            'a command was kept but could not be processed',
          )
        const answer = { sha256: String(file.answer_sha256), size: Number(file.answer_size) }
        return { state: 'answered' as const, code: null, answer }
      } catch (cause) {
        if (!(cause instanceof Refused)) throw cause
        request.log.info({ code: cause.code }, 'a carried file was refused')
        return { state: 'refused' as const, code: cause.code, answer: null }
      }
    },
  )
  typed(app).get(
    path,
    {
      exposeHeadRoute: false,
      schema: {
        summary: 'The answer to a carried file from a byte on, at most 1 MiB',
        security: byDevice,
        params: sha256Name,
        querystring: z.object({ from: z.coerce.number().int().min(0).default(0) }),
      },
    },
    async (request, reply) => {
      const { home_scope, answer_id } = await keptFile(centre, {
        carrier: deviceOf(request),
        sha256: request.params.sha256,
      })
      const part = answer_id && (await partAt(centre, home_scope, answer_id, request.query.from))
      if (!part) throw notFound()
      return reply.type('application/octet-stream').send(part)
    },
  )
}
