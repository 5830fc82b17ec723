import type { FastifyInstance, FastifyReply } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Problem } from './problem.ts'

/** Whatever goes wrong, the answer is a `problem` that names no value of the request. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem(404, 'not-found')))
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500) request.log.error({ err: error }, 'a request failed')
    return sendProblem(reply, problem)
  })
}

function problemOf(error: Error & { statusCode?: number }): Problem {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const places = error.validation.map((one) => `${error.validationContext ?? ''}${one.instancePath}`)
    return new Problem(400, 'invalid', { message: [...new Set(places)].slice(0, 5).join(', ') })
  }
  const status = error.statusCode ?? 500
  if (status === 413) return new Problem(413, 'too-large')
  if (status >= 400 && status < 500) return new Problem(status, 'invalid')
  return new Problem(500, 'internal')
}

function sendProblem(reply: FastifyReply, { status, error, more }: Problem): FastifyReply {
  if (typeof more.retryAfterSeconds === 'number') reply.header('retry-after', more.retryAfterSeconds)
  return reply
    .code(status)
    .type('application/json')
    .serializer(JSON.stringify)
    .send({ error, ...more })
}
