import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * What happens to an exchange: the answer is cut after so many bytes (the centre has done its work by then); another answer comes in
 * its place and the centre is not asked; the line takes the question and says nothing, for ever; one byte of a body arrives changed; or a text
 * in the question is another of the same length.
 */
export type LineFault =
  | { readonly kind: 'cut'; readonly afterBytes: number }
  | { readonly kind: 'stand-in'; readonly status: string; readonly type: string; readonly body: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'flip'; readonly of: 'question' | 'answer'; readonly bodyByte: number }
  | { readonly kind: 'say'; readonly text: string; readonly instead: string }

interface Plan {
  readonly path: string
  readonly fault: LineFault
}

/** A TCP line to the centre that goes wrong for requests of one path, once or until it is mended. */
export class FaultProxy {
  readonly #server: Server
  readonly #centrePort: number
  readonly #sockets = new Set<Socket>()
  #plan: Plan | null = null
  #once = false
  /** Bytes of the last answer to the planned path that came from the centre. */
  lastAnswerBytes = 0
  /** The first line of each request. */
  readonly asked: string[] = []
  /** How many requests met the fault. */
  met = 0
  /** Bytes that the desk has sent, heads and all. */
  sentBytes = 0
  /** How many bytes were changed. */
  flipped = 0

  private constructor(server: Server, centrePort: number) {
    this.#server = server
    this.#centrePort = centrePort
    server.on('connection', (socket) => this.#serve(socket))
  }

  static async open(centreUrl: string): Promise<FaultProxy> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new FaultProxy(server, Number(new URL(centreUrl).port))
  }

  get url(): string {
    const address = this.#server.address()
    if (typeof address !== 'object' || address === null) throw new Error('the proxy is closed')
    return `http://127.0.0.1:${address.port}`
  }

  /** Requests whose line holds `path` meet the fault, until `mend`. */
  break(path: string, fault: LineFault): void {
    this.#plan = { path, fault }
    this.#once = false
  }

  breakOnce(path: string, fault: LineFault): void {
    this.break(path, fault)
    this.#once = true
  }

  mend(): void {
    this.#plan = null
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #serve(desk: Socket): void {
    const centre = connect(this.#centrePort, '127.0.0.1')
    let fault: LineFault | null = null
    let passed = 0
    let flip: ((chunk: Buffer) => Buffer) | null = null
    for (const socket of [desk, centre]) {
      this.#sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => this.#sockets.delete(socket))
    }
    desk.on('close', () => centre.destroy())
    centre.on('close', () => desk.destroy())
    desk.on('data', (chunk) => {
      this.sentBytes += chunk.length
      // A fault belongs to one exchange, not to those that follow on the same connection; a body may come in pieces.
      const asked = requestLine(chunk)
      if (asked !== null) {
        this.asked.push(asked)
        fault = this.#faultOf(asked)
        flip = fault?.kind === 'flip' ? flipping(fault.bodyByte, () => (this.flipped += 1)) : null
      }
      passed = 0
      if (fault?.kind === 'flip' && fault.of === 'question' && flip) centre.write(flip(chunk))
      else if (fault?.kind === 'say') centre.write(said(chunk, fault), 'latin1')
      else if (!fault || fault.kind === 'cut' || fault.kind === 'flip') centre.write(chunk)
      else misbehave(desk, fault)
    })
    centre.on('data', (chunk) => {
      this.lastAnswerBytes = passed + chunk.length
      if (fault?.kind === 'flip' && fault.of === 'answer' && flip) return void desk.write(flip(chunk))
      if (fault?.kind !== 'cut') {
        passed += chunk.length
        return void desk.write(chunk)
      }
      const rest = fault.afterBytes - passed
      passed += chunk.length
      if (rest >= chunk.length) return void desk.write(chunk)
      desk.write(chunk.subarray(0, Math.max(0, rest)), () => desk.resetAndDestroy())
    })
  }

  #faultOf(asked: string): LineFault | null {
    const plan = this.#plan
    if (!plan || !asked.includes(plan.path)) return null
    this.met += 1
    if (this.#once) this.#plan = null
    return plan.fault
  }
}

/** The first line of a request; null for a further piece of one. */
const requestLine = (chunk: Buffer): string | null =>
  /^[A-Z]+ \S+ HTTP\/1\.1\r\n/.exec(chunk.toString('latin1', 0, 2000))?.[0] ?? null

function misbehave(desk: Socket, fault: Exclude<LineFault, { kind: 'cut' | 'flip' | 'say' }>): void {
  if (fault.kind === 'closed') desk.destroy()
  if (fault.kind !== 'stand-in') return
  const length = Buffer.byteLength(fault.body)
  desk.end(
    `HTTP/1.1 ${fault.status}\r\ncontent-type: ${fault.type}\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${fault.body}`,
  )
}

const said = (chunk: Buffer, { text, instead }: Extract<LineFault, { kind: 'say' }>): string =>
  chunk.toString('latin1').replaceAll(instead, text)

/** Changes the lowest bit of that byte of the body, which may come in pieces; a body that is shorter arrives whole. */
function flipping(bodyByte: number, done: () => void): (chunk: Buffer) => Buffer {
  let before = Buffer.alloc(0)
  let place: number | null = null
  return (chunk) => {
    const from = before.length
    before = Buffer.concat([before, chunk])
    const headEnd = before.indexOf('\r\n\r\n')
    if (headEnd >= 0) place ??= headEnd + 4 + bodyByte
    if (place === null || place < from || place >= before.length) return chunk
    const changed = Buffer.from(chunk)
    changed[place - from] = (changed[place - from] ?? 0) ^ 1
    done()
    return changed
  }
}
