import type { FastifyInstance } from 'fastify'
import {
  auditAnswer,
  auditRequest,
  endpoints,
  problem,
  pushAnswer,
  pushRequest,
} from '#shared/contract/sync/protocol.ts'
import { type Centre, instantOf } from '../centre.ts'
import { deviceOf } from '../guard-requests.ts'
import { acceptAudit } from '../sync/accept-audit.ts'
import { acceptPush } from '../sync/accept-push.ts'
import { byDevice, refusals, typed } from './route.ts'

/** Commands and audit entries go up. */
export function pushRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).post(
    endpoints.push,
    {
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
}
