import type { FastifyInstance } from 'fastify'
import { deviceActAnswer, deviceActPath, deviceActRequest } from '#shared/contract/sync/device-acts.ts'
import { problem } from '#shared/contract/sync/protocol.ts'
import type { Centre } from '../centre.ts'
import { actOnDevice } from '../devices/act-on-device.ts'
import { deviceOf } from '../guard-requests.ts'
import { byDevice, refusals, typed } from './route.ts'

/** What persons of the Dinas do with the computers of the city. */
export function deviceActRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).post(
    deviceActPath,
    {
      schema: {
        summary: 'An act of the Dinas upon a computer, with the own password',
        security: byDevice,
        body: deviceActRequest,
        response: { 200: deviceActAnswer, ...refusals, 404: problem, 409: problem },
      },
    },
    async (request) => actOnDevice(centre, deviceOf(request), request.body),
  )
}
