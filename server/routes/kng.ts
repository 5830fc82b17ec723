import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Centre } from '../centre.ts'
import { countOwed } from '../kng/count-owed.ts'
import { owedAgain } from '../kng/owed-again.ts'
import { refusals, typed } from './route.ts'

const figures = z.object({
  configured: z.boolean(),
  heardAt: z.string().nullable(),
  waiting: z.number().int(),
  refused: z.number().int(),
  oldest: z.string().nullable(),
  problems: z.record(z.string(), z.number().int()),
})

/** For who runs the centre: how it stands with KNG. Figures and codes, no citizen. */
export function kngRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).get(
    '/v1/admin/kng',
    {
      schema: {
        summary: 'What waits for KNG, what it refused, and when it was heard last',
        response: { 200: figures, ...refusals },
      },
    },
    async () => {
      const { heard_at } = await centre.db.selectFrom('kng_state').select('heard_at').executeTakeFirstOrThrow()
      return { configured: centre.kng !== null, heardAt: heard_at, ...(await countOwed(centre.db)) }
    },
  )
  typed(app).post(
    '/v1/admin/kng/again',
    {
      schema: {
        summary: 'What KNG refused is sent once more, and what waits for its next try is tried now',
        response: { 200: z.object({ lines: z.number().int() }), ...refusals },
      },
    },
    async () => ({ lines: await owedAgain(centre) }),
  )
}
