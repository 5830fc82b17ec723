import type { FastifyInstance } from 'fastify'
import {
  challengeAnswer,
  challengeRequest,
  endpoints,
  enrolAnswer,
  enrolRequest,
  generationAnswer,
  generationRequest,
  tokenAnswer,
  tokenRequest,
} from '#shared/contract/sync/protocol.ts'
import { recoveryAnswer, recoveryAsked, recoveryEndpoint } from '#shared/contract/sync/recovery.ts'
import { identityOf } from '../auth/device.ts'
import { makeToken } from '../auth/device-token.ts'
import { enrol } from '../auth/enrolment.ts'
import { giveGeneration } from '../auth/generation.ts'
import { makeNonce } from '../auth/nonces.ts'
import { countUse } from '../auth/rate-limit.ts'
import { useRecoveryCode } from '../auth/recovery.ts'
import { type Centre, instantOf } from '../centre.ts'
import { standingOf } from '../sync/standing.ts'
import { byId, refusals, typed } from './route.ts'

const enrolments = { times: 30, perSeconds: 60 }
const recoveries = { times: 10, perSeconds: 60 }

/** How a device comes in: the only routes without a token. */
export function enrolmentRoutes(app: FastifyInstance, centre: Centre): void {
  const serverTime = () => instantOf(centre.now())

  typed(app).post(
    endpoints.enrol,
    { schema: { summary: 'Enrol a device', body: enrolRequest, response: { 200: enrolAnswer, ...refusals } } },
    async (request) => {
      await countUse(centre, `enrol:${request.ip}`, enrolments)
      const { device, overrideSecret, codeProof } = await enrol(centre, request.body)
      await centre.pokes.send([device.homeScope])
      const keys = { sealingKey: centre.keys.sealingKey, signingKey: centre.keys.signingKey }
      return {
        device: identityOf(device),
        centre: keys,
        region: { ...centre.region },
        overrideSecret,
        serverTime: serverTime(),
        ...(codeProof === undefined ? {} : { codeProof }),
      }
    },
  )
  typed(app).post(
    recoveryEndpoint,
    {
      schema: {
        summary: 'The database keys of a device, for a one-time code of the administrator',
        body: recoveryAsked,
        response: { 200: recoveryAnswer, ...refusals },
      },
    },
    async (request) => {
      await countUse(centre, `recovery:${request.ip}`, recoveries)
      return useRecoveryCode(centre, request.body.codeHash, request.ip)
    },
  )
  typed(app).post(
    endpoints.challenge,
    { schema: { summary: 'A nonce to sign', body: challengeRequest, response: { 200: challengeAnswer, ...refusals } } },
    async ({ body }) => ({ nonce: makeNonce(centre, body.deviceId), serverTime: serverTime() }),
  )
  typed(app).post(
    endpoints.token,
    {
      schema: {
        summary: 'A token for a signed nonce',
        body: tokenRequest,
        response: { 200: tokenAnswer, ...refusals },
      },
    },
    async (request) => {
      const { device, ...token } = await makeToken(centre, request.body)
      return { ...token, serverTime: serverTime(), device: identityOf(device) }
    },
  )
  typed(app).post(
    '/v1/devices/:id/generation',
    {
      schema: {
        summary: 'A new generation with a key of its own, after a fork',
        params: byId,
        body: generationRequest,
        response: { 200: generationAnswer, ...refusals },
      },
    },
    async (request) => {
      const device = await giveGeneration(centre, request.params.id, request.body)
      await centre.pokes.send([device.homeScope])
      return { device: identityOf(device), standing: await standingOf(centre.db, device), serverTime: serverTime() }
    },
  )
}
