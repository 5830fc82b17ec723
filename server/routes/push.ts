import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  auditAnswer,
  auditRequest,
  endpoints,
  historyAnswer,
  limits,
  problem,
  pushAnswer,
  pushRequest,
} from '#shared/contract/sync/protocol.ts'
import { type Centre, instantOf } from '../centre.ts'
import { deviceOf } from '../guard-requests.ts'
import { acceptAudit } from '../sync/accept-audit.ts'
import { acceptPush } from '../sync/accept-push.ts'
import { historyPage } from '../sync/history.ts'
import { byDevice, refusals, typed } from './route.ts'

/** JSON around the commands of a push: their escapes may double the 1 MiB that they are themselves. */
const bodyLimit = 3 * limits.pushBytes

const number = z.coerce.number().int()
const historyQuery = z.object({
  generation: number.min(1).max(2_000_000),
  after: number.min(0).default(0),
  limit: number.min(1).max(limits.historyCommands).default(limits.historyCommands),
})

/** Commands and audit entries go up. */
export function pushRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).post(
    endpoints.push,
    {
      bodyLimit,
      config: { flood: 'push' },
      schema: {
        summary: 'Commands in order of their numbers; a verdict for each',
        security: byDevice,
        body: pushRequest,
        response: { 200: pushAnswer, ...refusals, 409: problem, 413: problem },
      },
    },
    async (request) => {
      const device = deviceOf(request)
      const { verdicts, lastSeq, unprocessable } = await acceptPush(centre, device, request.body)
      for (const { commandId, cause: err } of unprocessable)
        request.log.error(
          { err, commandId, deviceId: device.deviceId },
          'a command was kept but could not be processed',
        )
      return { verdicts: [...verdicts], lastSeq, serverTime: instantOf(centre.now()) }
    },
  )
  typed(app).post(
    endpoints.audit,
    {
      bodyLimit,
      config: { flood: 'push' },
      schema: {
        summary: 'Entries of the audit chain',
        security: byDevice,
        body: auditRequest,
        response: { 200: auditAnswer, ...refusals, 409: problem, 413: problem },
      },
    },
    async (request) => ({
      lastSeq: await acceptAudit(centre, deviceOf(request), request.body),
      serverTime: instantOf(centre.now()),
    }),
  )
  typed(app).get(
    endpoints.history,
    {
      config: { flood: 'pull' },
      schema: {
        summary: 'What this device did and how it was answered: for one that was restored from a backup',
        security: byDevice,
        querystring: historyQuery,
        response: { 200: historyAnswer, ...refusals },
      },
    },
    async (request) => historyPage(centre, deviceOf(request), request.query),
  )
}
