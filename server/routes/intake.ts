import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { problem } from '#shared/contract/sync/protocol.ts'
import { id, scope } from '#shared/contract/sync/values.ts'
import type { Centre } from '../centre.ts'
import { takeQuestion } from '../questions/take-question.ts'
import { refusals, typed } from './route.ts'

/** As the citizens' app tells it. */
const delivered = z.looseObject({
  questionId: id,
  messageId: id,
  text: z.string().trim().min(1).max(4000),
  scope: scope.nullable().default(null),
  kitirNumber: z.string().trim().min(1).max(64).nullable().default(null),
  askedBy: z.looseObject({
    name: z.string().trim().min(1).max(200),
    contact: z.string().trim().min(1).max(200).nullable().default(null),
  }),
  subject: z.string().trim().min(1).max(200),
})

const taken = z.object({ scope, outcome: z.enum(['begun', 'added', 'known']) })

/** For the server of the citizens' app: what it delivers to the units. */
export function intakeRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).post(
    '/v1/intake/questions',
    {
      config: { admin: 'intake' },
      schema: {
        summary: 'A question of a citizen to a unit, or a further message of one; delivered again it changes nothing',
        body: delivered,
        response: { 200: taken, ...refusals, 404: problem },
      },
    },
    async ({ body }) => takeQuestion(centre, body),
  )
}
