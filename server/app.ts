import compress from '@fastify/compress'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { limits } from '#shared/contract/sync/protocol.ts'
import { answerErrors } from './answer-errors.ts'
import { FloodGate } from './auth/flood-gate.ts'
import type { Centre } from './centre.ts'
import { checkDamage } from './check-damage.ts'
import type { ServerConfig } from './config.ts'
import { closingMs, finishRequests } from './finish-requests.ts'
import { requireAdministrator } from './guard-administration.ts'
import { addSecureHeaders, countStrangers, requireDevice, requireProtocol } from './guard-requests.ts'
import { loggerOptions } from './logging.ts'
import { countRequests } from './metrics.ts'
import { refuseUnstorable } from './refuse-unstorable.ts'
import { adminRoutes } from './routes/admin.ts'
import { administratorRoutes } from './routes/administrators.ts'
import { blobRoutes } from './routes/blobs.ts'
import { courierRoutes } from './routes/courier.ts'
import { deviceActRoutes } from './routes/device-acts.ts'
import { deviceRoutes } from './routes/devices.ts'
import { enrolmentRoutes } from './routes/enrolment.ts'
import { farewellBeginRoute, farewellRoutes } from './routes/farewell.ts'
import { healthRoutes } from './routes/health.ts'
import { intakeRoutes } from './routes/intake.ts'
import { kngRoutes } from './routes/kng.ts'
import { lookupRoutes } from './routes/lookup.ts'
import { moveRoute } from './routes/move.ts'
import { pokeRoutes } from './routes/poke.ts'
import { pullRoutes } from './routes/pull.ts'
import { pushRoutes } from './routes/push.ts'
import { queryRoutes } from './routes/query.ts'
import { staffRoutes } from './routes/staff.ts'
import { statusRoutes } from './routes/status.ts'
import { updateRoutes } from './routes/updates.ts'

/** Of a route that says nothing else, unpacked. */
const bodyLimit = 262_144

type AppConfig = Pick<ServerConfig, 'logLevel' | 'logTo' | 'trustedProxies' | 'metricsToken' | 'onRoute'>

/** All routes over one centre; not listening yet. */
export async function buildApp(
  centre: Centre,
  { logLevel = 'silent', logTo, trustedProxies = [], metricsToken, onRoute }: AppConfig,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOptions(logLevel, logTo),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit,
    forceCloseConnections: true,
    requestTimeout: 60_000,
    pluginTimeout: closingMs,
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  if (onRoute) app.addHook('onRoute', ({ method, url }) => onRoute({ methods: [method].flat(), url }))
  const flood = new FloodGate(centre.now)
  finishRequests(app)
  const metrics = countRequests(app)
  answerErrors(app)
  addSecureHeaders(app)
  checkDamage(app)
  refuseUnstorable(app)
  await app.register(compress, {
    customTypes: /^application\/(json|x-ndjson)/,
    encodings: ['gzip', 'identity'],
    requestEncodings: ['gzip', 'identity'],
    zlibOptions: { level: 3 },
  })
  await addDocs(app)
  await app.register(async (v1) => {
    requireProtocol(v1)
    await v1.register(async (strangers) => {
      countStrangers(strangers, flood)
      enrolmentRoutes(strangers, centre)
      moveRoute(strangers, centre)
      farewellBeginRoute(strangers, centre)
    })
    v1.decorateRequest('device', null)
    await v1.register(async (leaving) => {
      countStrangers(leaving, flood)
      takeBytes(leaving)
      farewellRoutes(leaving, centre)
    })
    await v1.register(async (enrolled) => {
      requireDevice(enrolled, centre, flood)
      takeBytes(enrolled)
      for (const add of [
        deviceRoutes,
        staffRoutes,
        pushRoutes,
        pullRoutes,
        pokeRoutes,
        lookupRoutes,
        statusRoutes,
        blobRoutes,
        queryRoutes,
        courierRoutes,
        updateRoutes,
        deviceActRoutes,
      ])
        add(enrolled, centre)
    })
  })
  await app.register(async (admin) => {
    requireAdministrator(admin, centre, flood)
    for (const add of [adminRoutes, administratorRoutes, intakeRoutes, kngRoutes]) add(admin, centre)
  })
  healthRoutes(app, centre, metrics, metricsToken ?? null)
  return app
}

/** Pieces of blobs and of carried files. */
function takeBytes(app: FastifyInstance): void {
  const asTheyCome = { parseAs: 'buffer', bodyLimit: limits.blobBytes } as const
  app.addContentTypeParser('application/octet-stream', asTheyCome, (_, body, done) => done(null, body))
}

async function addDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: { title: 'Loket: sync protocol of the central server', version: '1.0.0' },
      components: { securitySchemes: { device: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
}
