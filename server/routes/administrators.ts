import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { problem } from '#shared/contract/sync/protocol.ts'
import { listAdminActs } from '../auth/admin-acts.ts'
import { adminRoles } from '../auth/admin-roles.ts'
import { endAdminToken, makeAdminToken } from '../auth/admin-tokens.ts'
import { type Centre, instantOf } from '../centre.ts'
import { administratorIn } from '../guard-administration.ts'
import { refusals, typed } from './route.ts'

const name = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,39}$/)
const wanted = z.strictObject({ name, role: z.enum(adminRoles), days: z.number().int().min(1).max(366).default(90) })
const acts = z.object({
  before: z.iso.datetime().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
const act = z.object({
  at: z.string(),
  name: z.string(),
  role: z.string(),
  act: z.string(),
  subject: z.string(),
  status: z.number().int().nullable(),
})

/** Who may administer, and what they did. */
export function administratorRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).post(
    '/v1/admin/tokens',
    {
      schema: {
        summary: 'A token of administration for one person, with a role and an end; told this once',
        body: wanted,
        response: { 200: z.object({ token: z.string() }), ...refusals, 409: problem },
      },
    },
    async (request) => ({ token: await makeAdminToken(centre, request.body, administratorIn(request)) }),
  )
  typed(app).delete(
    '/v1/admin/tokens/:name',
    {
      schema: {
        summary: 'Ends a token of administration at once',
        params: z.object({ name }),
        response: { 200: z.object({}), ...refusals, 404: problem },
      },
    },
    async ({ params }) => {
      await endAdminToken(centre, params.name)
      return {}
    },
  )
  typed(app).get(
    '/v1/admin/acts',
    {
      config: { admin: 'audit' },
      schema: {
        summary: 'What was done with tokens of administration, the newest first',
        querystring: acts,
        response: { 200: z.object({ acts: z.array(act) }), ...refusals },
      },
    },
    async ({ query: { before, limit } }) => ({
      acts: [...(await listAdminActs(centre, before ?? instantOf(new Date(centre.now().getTime() + 1)), limit))],
    }),
  )
}
