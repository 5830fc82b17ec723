import type { FastifyInstance } from 'fastify'
import { invalid } from './problem.ts'

/** They say themselves what such a text means: a command with one quarantines its device, a code with one is unknown. */
const judgedThere: ReadonlySet<string | undefined> = new Set(['/v1/sync/push', '/v1/lookup'])

/** PostgreSQL keeps no NUL in a text: what bears one is refused before it is asked anything, or it would look like a failure of the centre. */
export function refuseUnstorable(app: FastifyInstance): void {
  app.addHook('preHandler', async ({ body, query, params, headers, routeOptions }) => {
    if (judgedThere.has(routeOptions.url)) return
    for (const [place, part] of Object.entries({ params, query, body, range: headers['content-range'] }))
      if (bearsNul(part)) throw invalid(place)
  })
}

function bearsNul(part: unknown): boolean {
  if (typeof part === 'string') return part.includes('\u0000')
  if (typeof part !== 'object' || part === null || Buffer.isBuffer(part)) return false
  return Object.values(part).some(bearsNul)
}
