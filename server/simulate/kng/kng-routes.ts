import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { limits } from '#shared/contract/sync/protocol.ts'
import {
  askedMessage,
  type Course,
  course,
  questionsPage,
  refusal,
  renamed,
  repair,
  statusAnswer,
  statusQuestion,
  stepsPage,
  submission,
  unitAnswer,
  withdrawal,
} from '../../kng/kng-messages.ts'
import { sha256Name, typed } from '../../routes/route.ts'
import type { KngStore } from './kng-store.ts'
import { NotHere, type SimulatedKng } from './simulated-kng.ts'

const byToken = [{ counters: [] }]
const refusals = { 400: refusal, 401: refusal, 404: refusal, 422: refusal }
const withKey = z.object({ 'idempotency-key': z.string().min(1).max(300) })
const ref = z.object({ ref: z.string().min(1).max(64) })
const pageSize = 50

/** The interface that counters use. */
export function kngRoutes(app: FastifyInstance, kng: SimulatedKng, store: KngStore): void {
  /** Told twice under one key it happens once: the second answer is the first, with what happened since. */
  const once = ({ headers }: FastifyRequest, run: () => Course): Course => {
    const key = String(headers['idempotency-key'])
    const ref = store.state.answered[key]
    if (ref !== undefined) return kng.course(ref)
    const answer = run()
    store.state.answered[key] = answer.ref
    store.save()
    return answer
  }
  typed(app).post(
    '/v1/applications',
    {
      bodyLimit: 1_048_576,
      schema: {
        ...{
          summary: 'An application filed at a counter; answered with its number and its course so far',
          security: byToken,
        },
        ...{ headers: withKey, body: submission, response: { 200: course, ...refusals } },
      },
    },
    async (request) => once(request, () => kng.submit(request.body)),
  )
  typed(app).put(
    '/v1/applications/:ref/documents/:sha256',
    {
      bodyLimit: limits.blobBytes,
      schema: {
        ...{ summary: 'Content of a document that the application names', security: byToken },
        consumes: ['application/octet-stream'],
        ...{ params: ref.extend(sha256Name.shape), response: { 204: z.null(), ...refusals } },
      },
    },
    async ({ params, body }, reply) => {
      kng.takeDocument(params.ref, params.sha256, Buffer.isBuffer(body) ? body : Buffer.alloc(0))
      return reply.code(204).send(null)
    },
  )
  typed(app).post(
    '/v1/applications/:ref/repairs',
    {
      bodyLimit: 1_048_576,
      schema: {
        ...{ summary: 'What was sent back comes again, whole', security: byToken, headers: withKey },
        ...{ params: ref, body: repair, response: { 200: course, ...refusals } },
      },
    },
    async (request) => once(request, () => kng.repair(request.params.ref, request.body)),
  )
  typed(app).post(
    '/v1/applications/:ref/withdrawal',
    {
      schema: {
        summary: 'The citizen takes it back; where that is too late, the course goes on and says so',
        ...{
          security: byToken,
          headers: withKey,
          params: ref,
          body: withdrawal,
          response: { 200: course, ...refusals },
        },
      },
    },
    async (request) => once(request, () => kng.withdraw(request.params.ref, request.body)),
  )
  typed(app).post(
    '/v1/applications/:ref/kitirs',
    {
      schema: {
        ...{ summary: 'Another e-Kitir opens it from now on', security: byToken, headers: withKey },
        ...{ params: ref, body: renamed, response: { 204: z.null(), ...refusals } },
      },
    },
    async (request, reply) => {
      kng.rename(request.params.ref, request.body)
      return reply.code(204).send(null)
    },
  )
  readingRoutes(app, kng)
  questionRoutes(app, kng)
}

function readingRoutes(app: FastifyInstance, kng: SimulatedKng): void {
  typed(app).get(
    '/v1/applications/:ref',
    {
      schema: { summary: 'Its whole course', security: byToken, params: ref, response: { 200: course, ...refusals } },
    },
    async ({ params }) => kng.course(params.ref),
  )
  typed(app).get(
    '/v1/steps',
    {
      schema: {
        summary: 'What happened to all applications after a cursor, in the order in which it happened',
        ...{ security: byToken, querystring: z.object({ after: z.string().max(64).default('') }) },
        response: { 200: stepsPage, ...refusals },
      },
    },
    async ({ query }) => kng.stepsAfter(query.after, pageSize),
  )
  typed(app).get(
    '/v1/results/:sha256',
    {
      schema: {
        ...{ summary: 'A finished document (PDF)', security: byToken, params: sha256Name },
        response: {
          200: { description: 'PDF', content: { 'application/pdf': { schema: z.any() } } },
          ...refusals,
        },
      },
    },
    async ({ params }, reply) => {
      const pdf = kng.result(params.sha256)
      if (!pdf) throw new NotHere('not-found')
      return reply.type('application/pdf').send(pdf)
    },
  )
  typed(app).get(
    '/v1/numbers',
    {
      schema: {
        summary: "KNG's own number of an e-Kitir that was made at a counter",
        ...{ security: byToken, querystring: z.object({ number: z.string().min(1).max(64) }) },
        response: { 200: z.object({ kngNumber: z.string() }), ...refusals },
      },
    },
    async ({ query }) => {
      const kngNumber = kng.numberOf(query.number)
      if (kngNumber === null) throw new NotHere('not-found')
      return { kngNumber }
    },
  )
  typed(app).post(
    '/v1/status',
    {
      schema: {
        ...{ summary: 'For who holds an e-Kitir and its PIN', security: byToken, body: statusQuestion },
        response: { 200: statusAnswer, ...refusals },
      },
    },
    async ({ body }) => {
      const answer = await kng.statusFor(body.number, body.pin)
      if (!answer) throw new NotHere('not-found')
      return answer
    },
  )
}

function questionRoutes(app: FastifyInstance, kng: SimulatedKng): void {
  typed(app).get(
    '/v1/questions',
    {
      schema: {
        summary: 'What citizens wrote to units after a cursor, in its order',
        ...{ security: byToken, querystring: z.object({ after: z.string().max(64).default('') }) },
        response: { 200: questionsPage, ...refusals },
      },
    },
    async ({ query }) => kng.questionsAfter(query.after, pageSize),
  )
  typed(app).post(
    '/v1/questions/:id/answers',
    {
      schema: {
        ...{ summary: 'What a unit answered', security: byToken, headers: withKey },
        ...{ params: z.object({ id: z.string().min(1).max(64) }), body: unitAnswer },
        response: { 204: z.null(), ...refusals },
      },
    },
    async ({ params, body }, reply) => {
      kng.takeAnswer(params.id, body)
      return reply.code(204).send(null)
    },
  )
}

/** For who leads the simulation; the real KNG has none of it. */
export function leadingRoutes(app: FastifyInstance, kng: SimulatedKng): void {
  typed(app).post(
    '/simulator/step',
    {
      schema: {
        ...{ summary: 'Everything that can move, or one application, moves some steps', tags: ['simulator'] },
        body: z.object({ times: z.number().int().min(1).max(20).default(1), ref: z.string().nullable().default(null) }),
        response: { 200: z.object({ moved: z.number().int() }), ...refusals },
      },
    },
    async ({ body: { times, ref: only } }) => {
      let moved = 0
      for (let count = 0; count < times; count++) moved += await kng.step(only)
      return { moved }
    },
  )
  typed(app).post(
    '/simulator/questions',
    {
      schema: {
        ...{ summary: 'A citizen writes to a unit', tags: ['simulator'] },
        ...{ body: askedMessage, response: { 204: z.null(), ...refusals } },
      },
    },
    async ({ body }, reply) => {
      kng.ask(body)
      return reply.code(204).send(null)
    },
  )
}
