import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { limits } from '#shared/contract/sync/protocol.ts'
import { readRegionPack } from '../../region/areas.ts'
import type { SignPdf } from './finished-document.ts'
import { kngRoutes, leadingRoutes } from './kng-routes.ts'
import { KngStore } from './kng-store.ts'
import { NotHere, SimulatedKng } from './simulated-kng.ts'

interface SimulatorOptions {
  /** Bearer of the centre. */
  readonly token: string
  /** 0 or nothing: any free port. */
  readonly port?: number
  /** Without it everything is forgotten at the end. */
  readonly folder?: string | undefined
  /** Everything moves one step so often; without it only when it is told to. */
  readonly stepEveryMs?: number | undefined
  readonly sign?: SignPdf | undefined
  readonly now?: () => Date
  /** Tests walk all routes, e.g. `GET /v1/steps`. */
  readonly onRoute?: ((route: string) => void) | undefined
  /** Tests count what comes, and break it. */
  readonly onRequest?: ((method: string, url: string) => Promise<'answer' | 'fail' | 'cut'>) | undefined
  readonly onAnswered?: ((method: string, url: string) => Promise<'answer' | 'fail' | 'cut'>) | undefined
}

export interface RunningKng {
  readonly url: string
  readonly kng: SimulatedKng
  readonly app: FastifyInstance
  close(): Promise<void>
}

/** A simulated KNG/SIAK that listens on this machine alone. */
export async function openKngSimulator(options: SimulatorOptions): Promise<RunningKng> {
  const store = new KngStore(options.folder ?? null)
  const { catalogue = { version: 0, services: [] } } = readRegionPack()
  const kng = new SimulatedKng({ store, catalogue, now: options.now ?? (() => new Date()), sign: options.sign })
  const app = await buildKngApp(kng, store, options)
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  const stop = keepMoving(kng, options.stepEveryMs)
  return {
    ...{ url, kng, app },
    close: async () => {
      await stop()
      await app.close()
    },
  }
}

export async function buildKngApp(
  kng: SimulatedKng,
  store: KngStore,
  options: Pick<SimulatorOptions, 'token' | 'onRoute' | 'onRequest' | 'onAnswered'>,
): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 262_144, forceCloseConnections: true, routerOptions: { maxParamLength: 200 } })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const asTheyCome = { parseAs: 'buffer', bodyLimit: limits.blobBytes } as const
  app.addContentTypeParser('application/octet-stream', asTheyCome, (_, body, done) => done(null, body))
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    if (error instanceof NotHere)
      return reply.code(error.message === 'not-found' ? 404 : 422).send({ error: error.message })
    const status = error.statusCode ?? 500
    return reply.code(status).send({ error: status < 500 ? 'invalid' : 'broken' })
  })
  await app.register(swagger, {
    openapi: {
      info: { title: 'KNG/SIAK for counters, as Loket asks it (simulated)', version: '1.0.0' },
      components: { securitySchemes: { counters: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, { routePrefix: '/documentation', staticCSP: true })
  await app.register(async (counters) => {
    hearRoutes(counters, options.onRoute)
    counters.addHook('onRequest', async ({ headers }, reply) => {
      if (headers.authorization !== `Bearer ${options.token}`) return reply.code(401).send({ error: 'unauthorised' })
    })
    breakable(counters, options)
    kngRoutes(counters, kng, store)
  })
  await app.register(async (leading) => {
    hearRoutes(leading, options.onRoute)
    leadingRoutes(leading, kng)
  })
  return app
}

function hearRoutes(app: FastifyInstance, heard: ((route: string) => void) | undefined): void {
  // HEAD comes with GET by itself.
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD') heard?.(`${method} ${url}`)
  })
}

/** `fail`: it does nothing and says so; `cut`: the line is gone, before or after it was done. */
function breakable(
  app: FastifyInstance,
  { onRequest, onAnswered }: Pick<SimulatorOptions, 'onRequest' | 'onAnswered'>,
) {
  if (onRequest)
    app.addHook('onRequest', async ({ method, url, raw }, reply) => {
      const what = await onRequest(method, url)
      if (what === 'cut') {
        raw.socket.destroy()
        // Else it would be done all the same.
        return reply.hijack()
      }
      if (what === 'fail') return reply.code(503).send({ error: 'broken' })
    })
  if (onAnswered)
    app.addHook('onSend', async ({ method, url, raw }, _reply, payload) => {
      if ((await onAnswered(method, url)) === 'cut') raw.socket.destroy()
      return payload
    })
}

function keepMoving(kng: SimulatedKng, everyMs: number | undefined): () => Promise<void> {
  if (everyMs === undefined) return async () => {}
  let moving: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    moving = moving.then(() => kng.step()).catch(() => undefined)
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await moving
  }
}
