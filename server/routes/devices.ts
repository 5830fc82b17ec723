import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  endpoints,
  heartbeatAnswer,
  heartbeatRequest,
  problem,
  recoveryRequest,
  regionAnswer,
} from '#shared/contract/sync/protocol.ts'
import type { Device } from '../auth/device.ts'
import { keepSealedKey } from '../auth/recovery.ts'
import { type Centre, instantOf } from '../centre.ts'
import { moveOrderOf } from '../devices/move-device.ts'
import { deviceOf } from '../guard-requests.ts'
import { Problem } from '../problem.ts'
import { standingOf } from '../sync/standing.ts'
import { byDevice, byId, refusals, typed } from './route.ts'

/** What a device says of itself. */
export function deviceRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).post(
    '/v1/devices/:id/heartbeat',
    {
      schema: {
        summary: 'A sign of life',
        security: byDevice,
        params: byId,
        body: heartbeatRequest,
        response: { 200: heartbeatAnswer, ...refusals },
      },
    },
    async (request) => {
      const device = itself(deviceOf(request), request.params.id)
      const serverTime = instantOf(centre.now())
      await centre.db
        .updateTable('devices')
        .set({
          last_heartbeat: JSON.stringify({ ...request.body, receivedAt: serverTime }),
          last_seen_at: serverTime,
          app_version: request.body.appVersion,
        })
        .where('home_scope', '=', device.homeScope)
        .where('device_id', '=', device.deviceId)
        .execute()
      const standing = await standingOf(centre.db, device)
      const move = await moveOrderOf(centre.db, device.deviceId)
      return { serverTime, policyVersion: centre.region.version, standing, move }
    },
  )
  typed(app).get(
    endpoints.regionPack,
    {
      schema: {
        summary: 'Rules, opening hours and promise of the city as they are now',
        security: byDevice,
        response: { 200: regionAnswer, ...refusals },
      },
    },
    async () => ({ region: { ...centre.region } }),
  )
  typed(app).post(
    '/v1/devices/:id/recovery',
    {
      schema: {
        summary: 'The database key, sealed to the centre',
        security: byDevice,
        params: byId,
        body: recoveryRequest,
        response: { 200: z.object({ kept: z.literal(true) }), ...refusals, 404: problem },
      },
    },
    async (request) => {
      const { deviceId, homeScope } = itself(deviceOf(request), request.params.id)
      await keepSealedKey(centre, deviceId, homeScope, request.body.sealedKey)
      return { kept: true as const }
    },
  )
}

function itself(device: Device, id: string): Device {
  if (device.deviceId !== id) throw new Problem(403, 'not-this-device')
  return device
}
