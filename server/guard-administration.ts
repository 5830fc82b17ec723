import type { FastifyInstance, FastifyRequest } from 'fastify'
import { beginAdminAct, endAdminAct } from './auth/admin-acts.ts'
import type { AdminRole } from './auth/admin-roles.ts'
import { type Administrator, administratorOf } from './auth/admin-tokens.ts'
import type { FloodGate } from './auth/flood-gate.ts'
import type { Centre } from './centre.ts'
import { Problem, unauthorised } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of a route of administration: which role it takes, besides `all`. Without it, `all` alone. */
    admin?: AdminRole
  }
  interface FastifyRequest {
    administrator: Administrator | null
    adminAct: string | null
  }
}

/** For routes of administration: who it is, what it is, whether that is for this role; kept before it is done, and with its end. */
export function requireAdministrator(app: FastifyInstance, centre: Centre, flood: FloodGate): void {
  app.decorateRequest('administrator', null)
  app.decorateRequest('adminAct', null)
  app.addHook('onRequest', async (request) => {
    request.administrator = await administratorOf(centre, request.headers.authorization, request.ip)
    flood.count('administration', request.administrator.name)
  })
  app.addHook('preHandler', async (request) => {
    const who = administratorIn(request)
    const { method, url = '' } = request.routeOptions
    request.adminAct = await beginAdminAct(centre, who, { act: `${method} ${url}`, subject: subjectOf(request) })
    const needed = request.routeOptions.config.admin ?? 'all'
    if (who.role !== 'all' && who.role !== needed) throw new Problem(403, 'not-permitted')
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.adminAct !== null) await endAdminAct(centre, request.adminAct, reply.statusCode)
    return payload
  })
}

/** Who asks. Only in routes behind `requireAdministrator`. */
export function administratorIn({ administrator }: FastifyRequest): Administrator {
  if (!administrator) throw unauthorised()
  return administrator
}

/** Ids only; what else is in a request may be about a person. */
function subjectOf({ params, query, body }: FastifyRequest): string {
  for (const from of [params, body, query])
    for (const name of ['id', 'name', 'scope']) {
      const value = typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined
      if (typeof value === 'string') return value.slice(0, 64)
    }
  return ''
}
