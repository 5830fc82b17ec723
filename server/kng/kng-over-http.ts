import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import axios, { type AxiosInstance, type AxiosResponse } from 'axios'
import { z } from 'zod'
import { limits } from '#shared/contract/sync/protocol.ts'
import { type CourseStep, course, courseStep, questionsPage, statusAnswer } from './kng-messages.ts'
import { type KngPort, KngRefused, KngUnavailable, type StepsRead } from './kng-port.ts'

export interface KngAddress {
  /** Origin, or more of an address, without a slash at the end. */
  readonly url: string
  readonly token: string
}

const timeoutMs = 20_000
const pageBytes = 8 * 1024 * 1024

/** KNG's interface for counters as /documentation of the simulator says it. Nothing is tried again in here: what is owed lies in the database, with the time of the next try. */
export function kngOverHttp({ url, token }: KngAddress): KngPort {
  const agents = { httpAgent: new HttpAgent({ keepAlive: true }), httpsAgent: new HttpsAgent({ keepAlive: true }) }
  const http = axios.create({
    ...agents,
    adapter: 'http',
    baseURL: url,
    // Never by way of a proxy that the environment names: what is sent is about citizens, and goes where it was said to go.
    proxy: false,
    maxRedirects: 0,
    timeout: timeoutMs,
    responseType: 'arraybuffer',
    validateStatus: () => true,
    maxBodyLength: limits.blobBytes,
    maxContentLength: Math.max(limits.blobBytes, pageBytes),
    headers: { authorization: `Bearer ${token}` },
  })
  const ask = asking(http)
  const tell = async (path: string, key: string, body: object) =>
    read(course, await ask({ method: 'POST', path, body, headers: { 'idempotency-key': key } }))
  return {
    submit: (key, application) => tell('/v1/applications', key, application),
    sendDocument: async (ref, sha256, bytes) => {
      const headers = { 'content-type': 'application/octet-stream' }
      await ask({ method: 'PUT', path: `${of(ref)}/documents/${sha256}`, body: Buffer.from(bytes), headers })
    },
    repair: (key, ref, what) => tell(`${of(ref)}/repairs`, key, what),
    withdraw: (key, ref, what) => tell(`${of(ref)}/withdrawal`, key, what),
    renameKitir: async (key, ref, what) => {
      await ask({ method: 'POST', path: `${of(ref)}/kitirs`, body: what, headers: { 'idempotency-key': key } })
    },
    stepsAfter: async (cursor) => readSteps(await ask({ method: 'GET', path: '/v1/steps', query: { after: cursor } })),
    questionsAfter: async (cursor) =>
      read(questionsPage, await ask({ method: 'GET', path: '/v1/questions', query: { after: cursor } })),
    answer: async (key, questionId, what) => {
      const path = `/v1/questions/${encodeURIComponent(questionId)}/answers`
      await ask({ method: 'POST', path, body: what, headers: { 'idempotency-key': key } })
    },
    fetchResult: async (sha256) => (await ask({ method: 'GET', path: `/v1/results/${sha256}` })).data,
    numberOf: async (number) => orNull(ask({ method: 'GET', path: '/v1/numbers', query: { number } }), numbers),
    statusOf: async (number, pin) =>
      orNull(ask({ method: 'POST', path: '/v1/status', body: { number, pin } }), statusAnswer),
    close: () => {
      agents.httpAgent.destroy()
      agents.httpsAgent.destroy()
    },
  } satisfies KngPort
}

const of = (ref: string) => `/v1/applications/${encodeURIComponent(ref)}`

const numbers = z.looseObject({ kngNumber: z.string() }).transform(({ kngNumber }) => kngNumber)

interface Question {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
}

type Answer = AxiosResponse<Buffer>

const asking =
  (http: AxiosInstance) =>
  async ({ method, path, query, body, headers }: Question): Promise<Answer> => {
    // The timeout of axios ends with the first byte of an answer; this one does not.
    const signal = AbortSignal.timeout(timeoutMs)
    const request = { method, url: path, params: query, data: body, headers, signal }
    const answer = await http.request<Buffer>(request).catch((cause: unknown) => Promise.reject(notReached(cause)))
    if (answer.status < 300) return answer
    throw refused(answer)
  }

/** Never the error of axios itself: it holds the token and what was sent. */
function notReached(cause: unknown): KngUnavailable {
  const code = Reflect.get(Object(cause), 'code')
  return new KngUnavailable(typeof code === 'string' ? code : 'no-answer')
}

const busy = new Set([401, 403, 407, 408, 409, 423, 425, 429])

/** A wrong token is mended by who runs the centre, and what is owed waits for that; a redirect is some portal's. */
function refused({ status, headers, data }: Answer): Error {
  const after = Number(headers['retry-after'])
  if (status < 400 || status >= 500 || busy.has(status))
    return new KngUnavailable(`http-${status}`, Number.isFinite(after) ? after : null)
  return new KngRefused(codeIn(data) ?? `http-${status}`)
}

const codeIn = (data: Buffer): string | null => {
  const said = z.looseObject({ error: z.string().max(64) }).safeParse(json(data))
  return said.success ? said.data.error : null
}

function json(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8'))
  } catch {
    // Not KNG's, or cut off: whoever asked takes it for an answer that cannot be read.
    return null
  }
}

function read<T extends z.ZodType>(schema: T, { data }: Answer): z.output<T> {
  const said = schema.safeParse(json(data))
  if (!said.success) throw new KngUnavailable('unreadable')
  return said.data
}

async function orNull<T extends z.ZodType>(asked: Promise<Answer>, schema: T): Promise<z.output<T> | null> {
  try {
    return read(schema, await asked)
  } catch (cause) {
    if (cause instanceof KngRefused && cause.code === 'not-found') return null
    throw cause
  }
}

const page = z.looseObject({ steps: z.array(z.unknown()), cursor: z.string(), more: z.boolean() })

/** A step of a kind that came after this program must not keep back those of all other citizens. */
function readSteps(answer: Answer): StepsRead {
  const { steps, cursor, more } = read(page, answer)
  const known = steps.map((one) => courseStep.safeParse(one).data).filter((one): one is CourseStep => one !== undefined)
  return { steps: known, cursor, more, unreadable: steps.length - known.length }
}
