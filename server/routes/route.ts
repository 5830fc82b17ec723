import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problem } from '#shared/contract/sync/protocol.ts'

/** The same instance, with handlers typed by their schemas. */
export const typed = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>()

/** Answers of every route that bears a device's token. */
export const refusals = { 400: problem, 401: problem, 403: problem, 426: problem, 429: problem }

export const byDevice = [{ device: [] }]

export const sha256Name = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** A device in the path. */
export const byId = z.object({ id: z.string().max(64) })
