import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** Answers that have no end by themselves: they are ended when the app closes. */
    readonly endlessAnswers: Set<ServerResponse>
  }
}

/** As long as a request under way may take when the process is to end. */
const graceMs = 20_000
/** What Fastify gives all that is to be done at the end, this wait with it. */
export const closingMs = graceMs + 10_000

/** When the app closes, requests that are under way come to their end first. New ones are answered 503 by Fastify meanwhile. */
export function finishRequests(app: FastifyInstance): void {
  const underWay = new Set<ServerResponse>()
  let ended = () => {}
  app.decorate('endlessAnswers', new Set<ServerResponse>())
  app.server.on('request', (_: IncomingMessage, response: ServerResponse) => {
    underWay.add(response)
    response.once('close', () => {
      underWay.delete(response)
      if (underWay.size === 0) ended()
    })
  })
  app.addHook('preClose', async () => {
    for (const answer of app.endlessAnswers) answer.end()
    if (underWay.size === 0) return
    const over = Promise.withResolvers<void>()
    ended = over.resolve
    const timeout = setTimeout(over.resolve, graceMs)
    await over.promise
    clearTimeout(timeout)
  })
}
