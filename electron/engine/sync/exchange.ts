import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import axios from 'axios'
import { digestHeader } from '#shared/contract/sync/digest.ts'
import { protocolVersion } from '#shared/contract/sync/protocol.ts'
import { centreAgents, type ProxyAddress } from './centre-agent.ts'
import { CentreTrouble, type Expired, troubleOf } from './centre-trouble.ts'
import { checked, digestOfQuestion } from './damage.ts'
import type { LineMeter } from './line-meter.ts'
import { unzipped } from './unzipped.ts'

/** Milliseconds. A connection has its own deadline of five seconds (centre-agent). */
export interface Deadlines {
  readonly wholeMs: number
  readonly stallMs: number
}
export const usualDeadlines: Deadlines = { wholeMs: 30_000, stallMs: 15_000 }

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'HEAD'
  readonly path: string
  readonly body?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** The head of an answer, and its body as it comes in (already unzipped). */
export interface Answer {
  readonly status: number
  readonly contentType: string
  header(name: string): string | null
  readonly chunks: AsyncIterable<Uint8Array>
}

/** One request to the centre with a deadline on all of it, the reading included. Throws CentreTrouble and nothing else. */
export type Exchange = <T>(
  question: Question,
  read: (answer: Answer) => Promise<T>,
  deadlines?: Deadlines,
) => Promise<T>

export interface ExchangeOptions {
  /** Origin without a slash at the end. */
  readonly serverUrl: string
  readonly proxy: ProxyAddress | null
  /** SHA-256 (hex) of a certificate that has to be in the centre's chain. */
  readonly authority: string | null
  readonly deadlines: Deadlines
  /** Aborted when the connection is cut by hand or the program ends. */
  readonly signal: AbortSignal
  /** Is told of every transfer. */
  readonly meter?: LineMeter
}

/** Opens the way to one centre. */
export type OpenExchange = (options: ExchangeOptions) => Exchange & { close(): void }

export const openExchange: OpenExchange = (options) => {
  const agents = centreAgents(options.proxy, options.authority)
  const http = axios.create({
    ...agents,
    adapter: 'http',
    baseURL: options.serverUrl,
    proxy: false,
    // A portal answers with a redirect: following it would bring home a log-in page.
    maxRedirects: 0,
    responseType: 'stream',
    // unzipped.ts
    decompress: false,
    validateStatus: () => true,
    transformRequest: [(data: unknown) => data],
    maxBodyLength: Number.POSITIVE_INFINITY,
    headers: { 'accept-encoding': 'gzip', 'x-loket-protocol': String(protocolVersion) },
  })
  const once: Exchange = async (question, read, deadlines = options.deadlines) => {
    const watch = watchDeadlines(withTimeFor(question, deadlines), options.signal)
    // The stream of pokes is silent most of the time: that says nothing about the line.
    const over = question.headers?.accept === 'text/event-stream' ? undefined : options.meter?.began()
    let answered = false
    let travelled: number | null = null
    try {
      const { method, path: url, body: data } = question
      const headers = { ...question.headers, [digestHeader]: digestOfQuestion(question) }
      const got = await http.request<Readable>({ method, url, data, headers, signal: watch.signal })
      answered = true
      watch.moved()
      const header = (name: string) => textOf(got.headers[name])
      const contentType = header('content-type') ?? ''
      const body = method === 'HEAD' ? got.data : unzipped(got.data, header('content-encoding'))
      const answer = { status: got.status, contentType, header, chunks: watched(body, watch) }
      const result = await read(checked(answer))
      travelled = newBytes(got.request?.socket)
      return result
    } catch (cause) {
      if (!answered && watch.expired() === null && wasStale(cause)) throw new StaleConnection()
      throw troubleOf(cause, watch.expired(), answered)
    } finally {
      over?.(travelled)
      watch.close()
    }
  }
  // A kept connection may have died while nobody used it; that says nothing about the centre. Every question may be asked twice.
  const exchange: Exchange = async (...question) => {
    for (;;) {
      try {
        return await once(...question)
      } catch (cause) {
        if (!(cause instanceof StaleConnection)) throw cause
      }
    }
  }
  const close = () => {
    agents.httpAgent.destroy()
    agents.httpsAgent.destroy()
  }
  return Object.assign(exchange, { close })
}

/** Bytes of a body that even a bad line (32 kbit/s) carries in a millisecond. */
const slowest = 4
/** Through in four seconds even there: within the usual deadline. */
const quickBytes = 16_384

/** How far a body has come is not seen from here, so a larger one has more time. */
function withTimeFor({ body }: Question, { wholeMs, stallMs }: Deadlines): Deadlines {
  const more = Math.max(0, (body?.length ?? 0) - quickBytes) / slowest
  return { wholeMs: wholeMs + more, stallMs: stallMs + more }
}

/** Of each connection, what was counted already. */
const counted = new WeakMap<Socket, number>()

/** Bytes that went over a connection, both ways and as they travel (zipped), since it was asked the last time. */
function newBytes(socket: Socket | undefined): number {
  if (!socket) return 0
  const all = socket.bytesRead + socket.bytesWritten
  const before = counted.get(socket) ?? 0
  counted.set(socket, all)
  return all - before
}

class StaleConnection extends Error {}

const wasStale = (cause: unknown): boolean =>
  axios.isAxiosError(cause) && Reflect.get(Object(cause.request), 'reusedSocket') === true

const textOf = (value: unknown): string | null => (value === undefined || value === null ? null : String(value))

interface Watch {
  readonly signal: AbortSignal
  moved(): void
  expired(): Expired
  close(): void
}

function watchDeadlines(deadlines: Deadlines, outer: AbortSignal): Watch {
  const inner = new AbortController()
  let expired: Expired = null
  const end = (why: Expired) => {
    expired ??= why
    inner.abort()
  }
  const switchedOff = () => end('switched-off')
  if (outer.aborted) switchedOff()
  outer.addEventListener('abort', switchedOff)
  const whole = setTimeout(() => end('answer'), deadlines.wholeMs)
  let stall = setTimeout(() => end('stall'), deadlines.stallMs)
  return {
    signal: inner.signal,
    moved() {
      clearTimeout(stall)
      stall = setTimeout(() => end('stall'), deadlines.stallMs)
    },
    expired: () => expired,
    close() {
      clearTimeout(whole)
      clearTimeout(stall)
      outer.removeEventListener('abort', switchedOff)
    },
  }
}

async function* watched(body: Readable, watch: Watch): AsyncIterable<Uint8Array> {
  const abort = () => body.destroy(new Error('deadline'))
  watch.signal.addEventListener('abort', abort)
  try {
    for await (const chunk of body) {
      watch.moved()
      yield chunk as Uint8Array
    }
    // A destroyed stream may end its iteration silently.
    if (watch.expired()) throw new Error('deadline')
  } finally {
    watch.signal.removeEventListener('abort', abort)
    body.destroy()
  }
}

/** The whole body, at most `limit` bytes. */
export async function readBody(answer: Answer, limit: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.chunks) {
    size += chunk.length
    if (size > limit) throw new CentreTrouble('answer-unreadable', 'too-large', { status: answer.status })
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}
