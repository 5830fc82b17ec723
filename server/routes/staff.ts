import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  changePasswordAnswer,
  changePasswordRequest,
  confirmFactorAnswer,
  confirmFactorRequest,
  endpoints,
  secondFactorAnswer,
  secondFactorRequest,
  staffSignInAnswer,
  staffSignInRequest,
} from '#shared/contract/sync/protocol.ts'
import { changePassword } from '../auth/change-password.ts'
import type { Device } from '../auth/device.ts'
import { countUse } from '../auth/rate-limit.ts'
import { beginFactor, confirmFactor } from '../auth/second-factor.ts'
import { signIn } from '../auth/staff-sign-in.ts'
import type { Centre } from '../centre.ts'
import { deviceOf } from '../guard-requests.ts'
import { byDevice, refusals, typed } from './route.ts'

const tries = { times: 30, perSeconds: 60 }

/** Who sits at a device: passwords and second factors. */
export function staffRoutes(app: FastifyInstance, centre: Centre): void {
  const counted = async (request: FastifyRequest): Promise<Device> => {
    const device = deviceOf(request)
    await countUse(centre, `sign-in:${device.deviceId}`, tries)
    return device
  }
  const v1 = typed(app)
  v1.post(
    endpoints.staffSignIn,
    {
      schema: {
        summary: 'Check the password of a person',
        security: byDevice,
        body: staffSignInRequest,
        response: { 200: staffSignInAnswer, ...refusals },
      },
    },
    async (request) => signIn(centre, await counted(request), request.body),
  )
  v1.post(
    endpoints.staffPassword,
    {
      schema: {
        summary: 'Change the own password',
        security: byDevice,
        body: changePasswordRequest,
        response: { 200: changePasswordAnswer, ...refusals },
      },
    },
    async (request) => changePassword(centre, await counted(request), request.body),
  )
  v1.post(
    endpoints.secondFactor,
    {
      schema: {
        summary: 'A new secret for the own authenticator',
        security: byDevice,
        body: secondFactorRequest,
        response: { 200: secondFactorAnswer, ...refusals },
      },
    },
    async (request) => beginFactor(centre, await counted(request), request.body),
  )
  v1.post(
    endpoints.confirmFactor,
    {
      schema: {
        summary: 'Put it in force',
        security: byDevice,
        body: confirmFactorRequest,
        response: { 200: confirmFactorAnswer, ...refusals },
      },
    },
    async (request) => confirmFactor(centre, await counted(request), request.body),
  )
}
