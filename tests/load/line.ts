import { Agent, type IncomingMessage, request } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { protocolVersion } from '#shared/contract/sync/protocol.ts'

const unzipped = promisify(gunzip)
const deadlineMs = 30_000

export interface Got {
  readonly status: number
  readonly text: string
}

/** One request as it went. */
export interface Took {
  readonly kind: string
  readonly ms: number
  /** Bytes of HTTP both ways, head and body. TLS is not in it. */
  readonly up: number
  readonly down: number
  readonly status: number
}

export interface Question {
  /** Under this name it is counted. */
  readonly kind: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: object | Buffer
}

/** A device's own connections to a server, kept open as the engine keeps them. */
export class Line {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 2 })
  readonly #url: URL
  readonly #told: (took: Took) => void
  token: string | null = null

  constructor(url: string, told: (took: Took) => void) {
    this.#url = new URL(url)
    this.#told = told
  }

  /** Throws only when there was no answer; that is counted as status 0. */
  async ask(question: Question): Promise<Got> {
    const began = performance.now()
    const bytes = { up: 0, down: 0 }
    let status = 0
    try {
      const answer = await this.#send(question, bytes)
      status = answer.statusCode ?? 0
      return { status, text: await textOf(answer, bytes) }
    } finally {
      this.#told({ kind: question.kind, ms: performance.now() - began, ...bytes, status })
    }
  }

  /** A stream of pokes. The answer ends it. */
  async listen(poked: () => void, ended: () => void): Promise<() => void> {
    const answer = await this.#send({ kind: 'poke', method: 'GET', path: '/v1/sync/poke' }, { up: 0, down: 0 }, 0)
    answer.setEncoding('utf8')
    answer.on('data', (text: string) => text.includes('event: moved') && poked())
    answer.on('error', () => undefined)
    answer.once('close', ended)
    return () => answer.destroy()
  }

  close(): void {
    this.#agent.destroy()
  }

  #send(
    { method, path, body }: Question,
    bytes: { up: number; down: number },
    deadline = deadlineMs,
  ): Promise<IncomingMessage> {
    const content = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
    const headers: Record<string, string | number> = {
      ...{ 'x-loket-protocol': protocolVersion, 'accept-encoding': 'gzip', accept: '*/*', 'user-agent': 'loket' },
      ...(this.token && { authorization: `Bearer ${this.token}` }),
      ...(content && { 'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json' }),
      ...(content && { 'content-length': content.length }),
    }
    const { hostname, port } = this.#url
    return new Promise((resolve, reject) => {
      const asked = request({ agent: this.#agent, hostname, port, method, path, headers }, resolve)
      asked.once('error', reject)
      if (deadline > 0) asked.setTimeout(deadline, () => asked.destroy(new Error('no answer in time')))
      asked.end(content)
      bytes.up = headBytes(`${method} ${path} HTTP/1.1`, Object.entries(headers)) + (content?.length ?? 0)
    })
  }
}

const headBytes = (first: string, headers: Iterable<readonly [string, unknown]>): number => {
  let bytes = first.length + 4
  for (const [name, value] of headers) bytes += name.length + String(value).length + 4
  return bytes
}

async function textOf(answer: IncomingMessage, bytes: { down: number }): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part)
  const body = Buffer.concat(parts)
  bytes.down = headBytes('HTTP/1.1 200 OK', Object.entries(answer.headers)) + body.length
  return (answer.headers['content-encoding'] === 'gzip' ? await unzipped(body) : body).toString()
}
