import type { FastifyInstance } from 'fastify'
import { endpoints } from '#shared/contract/sync/protocol.ts'
import type { Centre } from '../centre.ts'
import { deviceOf } from '../guard-requests.ts'
import { byDevice, typed } from './route.ts'

/** Shorter than any proxy's patience with a silent stream. */
const breathMs = 20_000

/** A stream of "scope X moved". */
export function pokeRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).get(
    endpoints.poke,
    { schema: { summary: 'Server-sent events: a scope moved', security: byDevice, produces: ['text/event-stream'] } },
    async (request, reply) => {
      const { scopes } = deviceOf(request)
      reply.hijack()
      const stream = reply.raw
      app.endlessAnswers.add(stream)
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) stream.setHeader(name, value)
      stream.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
      stream.write(': open\n\n')
      const stop = centre.pokes.hear(scopes, (scope) =>
        stream.write(`event: moved\ndata: ${JSON.stringify({ scope })}\n\n`),
      )
      const breath = setInterval(() => stream.write(': \n\n'), breathMs)
      stream.once('close', () => {
        app.endlessAnswers.delete(stream)
        clearInterval(breath)
        stop()
      })
    },
  )
}
