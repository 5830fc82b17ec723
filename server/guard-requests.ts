import type { FastifyInstance, FastifyRequest } from 'fastify'
import { protocolVersion } from '#shared/contract/sync/protocol.ts'
import type { Device } from './auth/device.ts'
import { deviceOfBearer } from './auth/device-token.ts'
import type { Centre } from './centre.ts'
import { Problem, unauthorised } from './problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    device: Device | null
  }
}

const secureHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-loket-protocol': String(protocolVersion),
}

export function addSecureHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(secureHeaders)
    if (!request.url.startsWith('/docs')) reply.header('content-security-policy', "default-src 'none'")
  })
}

/** A device says which protocol it speaks; another major version is told so (426) before anything else is looked at. */
export function requireProtocol(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const [major] = String(request.headers['x-loket-protocol'] ?? '').split('.')
    if (major !== String(protocolVersion))
      throw new Problem(426, 'protocol', { message: `this server speaks version ${protocolVersion}` })
  })
}

export function requireDevice(app: FastifyInstance, centre: Centre): void {
  app.decorateRequest('device', null)
  app.addHook('onRequest', async (request) => {
    request.device = await deviceOfBearer(centre, request.headers.authorization)
  })
}

/** The device that asks. Only in routes behind `requireDevice`. */
export function deviceOf(request: FastifyRequest): Device {
  if (!request.device) throw unauthorised()
  return request.device
}
