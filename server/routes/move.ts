import type { FastifyInstance } from 'fastify'
import { moveAnswer, moveRequest, problem } from '#shared/contract/sync/protocol.ts'
import { identityOf } from '../auth/device.ts'
import { type Centre, instantOf } from '../centre.ts'
import { moveDevice } from '../devices/move-device.ts'
import { byId, refusals, typed } from './route.ts'

/** A computer that has finished goes to another office; proven by its keys, so without a token. */
export function moveRoute(app: FastifyInstance, centre: Centre): void {
  typed(app).post(
    '/v1/devices/:id/move',
    {
      schema: {
        summary: 'Go to the office that was ordered',
        params: byId,
        body: moveRequest,
        response: { 200: moveAnswer, ...refusals, 409: problem },
      },
    },
    async (request) => {
      const { device, overrideSecret } = await moveDevice(centre, request.params.id, request.body)
      return { device: identityOf(device), overrideSecret, serverTime: instantOf(centre.now()) }
    },
  )
}
