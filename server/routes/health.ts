import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { sha256Hex } from '../auth/raw-keys.ts'
import type { Centre } from '../centre.ts'
import type { Metrics } from '../metrics.ts'
import { Problem, unauthorised } from '../problem.ts'

const readyWithinMs = 3000

/** For whoever runs the centre: is the process alive, does it do its work, how much. Tells nothing of anybody. */
export function healthRoutes(
  app: FastifyInstance,
  { db }: Pick<Centre, 'db'>,
  metrics: Metrics,
  metricsToken: string | null,
): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ alive: true }))
  app.get('/readyz', { schema: { hide: true } }, async () => {
    if (!(await answers(db))) throw new Problem(503, 'not-ready')
    return { ready: true }
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    requireReader(request, metricsToken)
    return reply.type('text/plain; version=0.0.4; charset=utf-8').serializer(String).send(metrics.text())
  })
}

/** In time, or not: a database that hangs is none. */
async function answers(db: Centre['db']): Promise<boolean> {
  const asked = sql`SELECT 1`.execute(db).then(
    () => true,
    () => false,
  )
  const timer = Promise.withResolvers<boolean>()
  const timeout = setTimeout(() => timer.resolve(false), readyWithinMs)
  return Promise.race([asked, timer.promise]).finally(() => clearTimeout(timeout))
}

/** With a token whoever has it; without one only this machine itself, and nothing that a load balancer here passes on. */
function requireReader({ headers, socket }: FastifyRequest, token: string | null): void {
  if (token === null) {
    const here = /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '')
    if (!here || headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) throw unauthorised()
    return
  }
  const [said, expected] = [headers.authorization ?? '', `Bearer ${token}`].map((text) => Buffer.from(sha256Hex(text)))
  if (!said || !expected || !timingSafeEqual(said, expected)) throw unauthorised()
}
