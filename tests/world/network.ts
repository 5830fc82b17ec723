import { gunzipSync, constants as zlib } from 'node:zlib'
import { digestHeader } from '#shared/contract/sync/digest.ts'
import { endpoints, protocolVersion } from '#shared/contract/sync/protocol.ts'
import { CentreTrouble, troubleOf } from '../../electron/engine/sync/centre-trouble.ts'
import { checked, digestOfQuestion } from '../../electron/engine/sync/damage.ts'
import type { Exchange, OpenExchange, Question } from '../../electron/engine/sync/exchange.ts'
import type { Chance } from '../../server/simulate/chance.ts'
import type { SimulatedCentre } from './centre.ts'
import type { LineFault } from './faults.ts'
import type { Timeline } from './timeline.ts'
import type { Answered, Sent } from './wire.ts'

/** How long a device waits for an answer that does not come. */
const patienceMs = 15_000
/** What stands before the body of an answer, roughly. */
const headBytes = 300

/** The way between one running process of a device and the centre. */
export interface Line {
  readonly name: string
  readonly chance: Chance
  /** Nobody there, a page of the Wi-Fi, or the centre as it should be. */
  state: 'whole' | 'down' | 'portal'
  /** The next question of this kind meets it; the answer says whether one is there. */
  takeFault(path: string): LineFault | null
  /** Questions under way. */
  waiting: number
  /** The process is gone: no answer reaches anybody. */
  dead: boolean
  tell(text: string): void
}

interface Delivered {
  readonly answer: Answered
  /** Bytes after which it breaks off. */
  readonly cutAt: number | null
}

export interface Network {
  readonly timeline: Timeline
  readonly centre: SimulatedCentre
  /** The server process is being started again. */
  centreIsDown: boolean
  /** Its clock is wrong by so much. */
  centreSkewMs: number
  /** Nothing goes on by itself as long as this does not change. */
  moves: number
  /** Running engines: whoever waits for quiet waits for all of them. */
  readonly processes: Set<{ readonly isParked: boolean }>
  tell(who: string, text: string): void
}

/** The engine's way to the centre, over a simulated line: it throws what the real one throws. */
export const exchangeOver =
  (line: Line, network: Network): OpenExchange =>
  ({ signal }) => {
    const exchange: Exchange = async (question, read) => {
      const { answer, cutAt } = await ask(line, network, question, signal)
      const header = (name: string) => textOf(answer.headers[name])
      try {
        const contentType = header('content-type') ?? ''
        return await read(checked({ status: answer.status, contentType, header, chunks: pieces(answer, cutAt) }))
      } catch (cause) {
        throw troubleOf(cause, null, true)
      }
    }
    return Object.assign(exchange, { close: () => {} })
  }

const textOf = (value: unknown): string | null => (value === undefined || value === null ? null : String(value))

async function* pieces({ body, headers }: Answered, cutAt: number | null): AsyncIterable<Uint8Array> {
  const came = cutAt === null ? body : body.subarray(0, cutAt)
  const zipped = headers['content-encoding'] === 'gzip'
  const plain = zipped ? gunzipSync(came, { finishFlush: zlib.Z_SYNC_FLUSH }) : came
  const half = Math.floor(plain.length / 2)
  if (half > 0) yield plain.subarray(0, half)
  if (plain.length > half) yield plain.subarray(half)
  if (cutAt !== null) throw new Error('aborted')
}

const nothing = () => new CentreTrouble('no-answer', 'nothing')
const unreachable = () => new CentreTrouble('offline', 'unreachable')

function ask(line: Line, network: Network, question: Question, signal: AbortSignal): Promise<Delivered> {
  return new Promise((resolve, reject) => {
    const end = (run: () => void) => {
      if (ended) return
      ended = true
      line.waiting -= silent ? 0 : 1
      network.moves += 1
      signal.removeEventListener('abort', abort)
      if (!line.dead) run()
    }
    let ended = false
    // A stream of pokes stays silent: rounds come by the poll.
    const silent = question.path === endpoints.poke
    line.waiting += silent ? 0 : 1
    network.moves += 1
    const abort = () => end(() => reject(new CentreTrouble('offline', 'switched-off')))
    signal.addEventListener('abort', abort)
    if (signal.aborted) return abort()
    if (silent) return
    new Trip(line, network, wireOf(question, line)).go({
      came: (delivered) => end(() => resolve(delivered)),
      failed: (trouble) => end(() => reject(trouble)),
    })
  })
}

const wireOf = (question: Question, { chance }: Line): Sent => ({
  method: question.method,
  path: question.path,
  headers: {
    ...question.headers,
    'accept-encoding': chance.happens(0.3) ? 'gzip' : 'identity',
    'x-loket-protocol': String(protocolVersion),
    [digestHeader]: digestOfQuestion(question),
  },
  body: question.body === undefined ? null : Buffer.from(question.body),
})

interface Ends {
  came(delivered: Delivered): void
  failed(trouble: CentreTrouble): void
}

/** One question on its way there and back. */
class Trip {
  readonly #line: Line
  readonly #network: Network
  readonly #sent: Sent
  readonly #up: number
  readonly #down: number

  constructor(line: Line, network: Network, sent: Sent) {
    this.#line = line
    this.#network = network
    this.#sent = sent
    this.#up = line.chance.whole(5, 400)
    this.#down = line.chance.whole(5, 400)
  }

  go(ends: Ends) {
    const { state } = this.#line
    if (state === 'down') return this.#after(20, () => ends.failed(unreachable()))
    if (state === 'portal') return this.#after(50, () => ends.came({ answer: portalPage, cutAt: null }))
    const fault = this.#line.takeFault(this.#sent.path)
    if (fault) this.#line.tell(`${fault.says} (${this.#sent.method} ${shortOf(this.#sent.path)})`)
    this.#meet(fault, ends)
  }

  #meet(fault: LineFault | null, ends: Ends) {
    const giveUp = () => this.#after(patienceMs, () => ends.failed(nothing()))
    switch (fault?.kind) {
      case undefined:
        return this.#bring(this.#sent, this.#up, (answer) => ends.came({ answer, cutAt: null }), ends)
      case 'request-lost':
        return giveUp()
      case 'answer-lost':
        this.#bring(this.#sent, this.#up, () => {}, ends)
        return giveUp()
      case 'held':
        this.#bring(this.#sent, patienceMs + fault.ms, () => {}, ends)
        return giveUp()
      case 'answer-cut':
        return this.#bring(this.#sent, this.#up, (answer) => this.#cut(answer, fault.share, ends), ends)
      case 'twice':
        this.#bring(this.#sent, this.#up, () => {}, ends)
        return this.#bring(this.#sent, this.#up + fault.ms, (answer) => ends.came({ answer, cutAt: null }), ends)
      case 'again-later':
        this.#bring(this.#sent, this.#up + patienceMs + fault.ms, () => {}, ends)
        return this.#bring(this.#sent, this.#up, (answer) => ends.came({ answer, cutAt: null }), ends)
      case 'request-damaged': {
        const sent = { ...this.#sent, body: this.#sent.body && damaged(this.#sent.body, fault.share) }
        return this.#bring(sent, this.#up, (answer) => ends.came({ answer, cutAt: null }), ends)
      }
      case 'answer-damaged':
        return this.#bring(
          this.#sent,
          this.#up,
          (answer) => ends.came({ answer: { ...answer, body: damaged(answer.body, fault.share) }, cutAt: null }),
          ends,
        )
      case 'bad-gateway':
        return this.#after(100, () => ends.came({ answer: badGateway, cutAt: null }))
    }
  }

  /** To the centre, which deals with it at once, and back. */
  #bring(sent: Sent, afterMs: number, back: (answer: Answered) => void, ends: Ends): void {
    const network = this.#network
    network.timeline.later(afterMs, async () => {
      if (network.centreIsDown) return this.#after(this.#down, () => ends.failed(unreachable()))
      network.centre.now = network.timeline.now + network.centreSkewMs
      const answer = await network.centre.handle(sent)
      if (!answer) return this.#after(this.#down, () => ends.failed(nothing()))
      this.#after(this.#down, () => back(answer))
    })
  }

  #cut(answer: Answered, share: number, ends: Ends) {
    const at = Math.floor(share * (headBytes + answer.body.length)) - headBytes
    if (at < 0) return ends.failed(nothing())
    ends.came({ answer, cutAt: at })
  }

  #after(ms: number, run: () => void): void {
    this.#network.timeline.later(ms, run)
  }
}

const shortOf = (path: string) => path.replace(/[?].*/, '').replace(/(\/v1\/blobs\/.{6}).*/, '$1…')

const damaged = (bytes: Buffer, share: number): Buffer => {
  const other = Buffer.from(bytes)
  const at = Math.floor(share * bytes.length)
  if (other.length > 0) other[at] = (other[at] as number) ^ 0x04
  return other
}

const portalPage: Answered = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<h1>Silakan masuk</h1>'),
}
const badGateway: Answered = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<h1>Bad gateway</h1>'),
}
