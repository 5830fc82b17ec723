import compress from '@fastify/compress'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { limits } from '#shared/contract/sync/protocol.ts'
import { answerErrors } from './answer-errors.ts'
import type { Centre } from './centre.ts'
import { checkDamage } from './check-damage.ts'
import type { ServerConfig } from './config.ts'
import { addSecureHeaders, requireDevice, requireProtocol } from './guard-requests.ts'
import { loggerOptions } from './logging.ts'
import { adminRoutes } from './routes/admin.ts'
import { blobRoutes } from './routes/blobs.ts'
import { courierRoutes } from './routes/courier.ts'
import { deviceRoutes } from './routes/devices.ts'
import { enrolmentRoutes } from './routes/enrolment.ts'
import { lookupRoutes } from './routes/lookup.ts'
import { pokeRoutes } from './routes/poke.ts'
import { pullRoutes } from './routes/pull.ts'
import { pushRoutes } from './routes/push.ts'
import { queryRoutes } from './routes/query.ts'
import { staffRoutes } from './routes/staff.ts'
import { updateRoutes } from './routes/updates.ts'

/** JSON around the commands of a push: their escapes may double the 1 MiB that they are themselves. */
const bodyLimit = 3 * limits.pushBytes

/** All routes over one centre; not listening yet. */
export async function buildApp(
  centre: Centre,
  { logLevel = 'silent', logTo }: Pick<ServerConfig, 'logLevel' | 'logTo'>,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOptions(logLevel, logTo),
    bodyLimit,
    forceCloseConnections: true,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  addSecureHeaders(app)
  checkDamage(app)
  await app.register(compress, {
    customTypes: /^application\/(json|x-ndjson)/,
    encodings: ['gzip', 'identity'],
    requestEncodings: ['gzip', 'identity'],
    zlibOptions: { level: 3 },
  })
  await addDocs(app)
  await app.register(async (v1) => {
    requireProtocol(v1)
    enrolmentRoutes(v1, centre)
    await v1.register(async (enrolled) => {
      requireDevice(enrolled, centre)
      takeBytes(enrolled)
      for (const add of [
        deviceRoutes,
        staffRoutes,
        pushRoutes,
        pullRoutes,
        pokeRoutes,
        lookupRoutes,
        blobRoutes,
        queryRoutes,
        courierRoutes,
        updateRoutes,
      ])
        add(enrolled, centre)
    })
  })
  if (centre.adminToken !== null) await app.register(async (admin) => adminRoutes(admin, centre))
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
