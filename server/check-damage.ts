import { createHash, type Hash } from 'node:crypto'
import { Transform } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerHead, digestHeader, questionHead } from '#shared/contract/sync/digest.ts'
import { Problem } from './problem.ts'

/**
 * Refuses a question that was damaged on the way (400 `damaged`) before anybody judges it: otherwise a flipped bit would look like a forged command and shut
 * its device out. Answers get the digest that the device checks. Before the zipping of answers.
 */
export function checkDamage(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (hasNoBody(request) && isWrong(request, headOf(request).digest('hex'))) throw damaged()
  })
  app.addHook('preParsing', async (request, _reply, body) => {
    if (hasNoBody(request) || request.headers[digestHeader] === undefined) return body
    const hash = headOf(request)
    const checking = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
      flush: (done) => done(isWrong(request, hash.digest('hex')) ? damaged() : null),
    })
    body.once('error', (cause) => checking.destroy(cause))
    return body.pipe(checking)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.method === 'HEAD' || isWhole(payload)) reply.header(digestHeader, digestOf(reply, payload))
    return payload
  })
}

const damaged = () => new Problem(400, 'damaged')

const hasNoBody = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD'

const isWrong = ({ headers }: FastifyRequest, digest: string): boolean =>
  headers[digestHeader] !== undefined && headers[digestHeader] !== digest

function headOf({ method, url, headers }: FastifyRequest): Hash {
  const head = questionHead(method, url, (name) => {
    const value = headers[name]
    return typeof value === 'string' ? value : null
  })
  return createHash('sha256').update(head)
}

const isWhole = (payload: unknown): payload is string | Uint8Array =>
  typeof payload === 'string' || payload instanceof Uint8Array

function digestOf(reply: FastifyReply, payload: unknown): string {
  const head = answerHead(reply.statusCode, (name) => {
    const value = reply.getHeader(name)
    return value === undefined ? null : String(value)
  })
  const hash = createHash('sha256').update(head)
  return (isWhole(payload) && reply.request.method !== 'HEAD' ? hash.update(payload) : hash).digest('hex')
}
