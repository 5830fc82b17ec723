import type { FastifyInstance, FastifyRequest } from 'fastify'
import { protocolVersion } from '#shared/contract/sync/protocol.ts'
import type { Device } from './auth/device.ts'
import { deviceOfBearer } from './auth/device-token.ts'
import type { FloodGate, FloodKind } from './auth/flood-gate.ts'
import type { Centre } from './centre.ts'
import { Problem, unauthorised } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** As what its requests are counted: see flood-gate.ts. */
    flood?: Exclude<FloodKind, 'stranger' | 'administration'>
  }
  interface FastifyRequest {
    device: Device | null
  }
}

const secureHeaders = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  // Passed on by a load balancer that speaks TLS; over plain HTTP it means nothing.
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
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

/** For the routes that have no token yet: only the address tells who asks. */
export function countStrangers(app: FastifyInstance, flood: FloodGate): void {
  app.addHook('onRequest', async ({ ip }) => flood.count('stranger', ip))
}

/** Also counts: requests of the device, and wrong tokens from an address. */
export function requireDevice(app: FastifyInstance, centre: Centre, flood: FloodGate): void {
  app.addHook('onRequest', async (request) => {
    flood.requireUnder('stranger', request.ip)
    request.device = await deviceOfBearer(centre, request.headers.authorization).catch((cause: unknown) => {
      flood.count('stranger', request.ip)
      throw cause
    })
    flood.count(request.routeOptions.config.flood ?? 'other', request.device.deviceId)
  })
}

/** The device that asks. Only in routes behind `requireDevice`. */
export function deviceOf(request: FastifyRequest): Device {
  if (!request.device) throw unauthorised()
  return request.device
}
