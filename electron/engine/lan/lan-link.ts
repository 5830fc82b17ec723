import type { TLSSocket } from 'node:tls'
import { lineReader } from '../sync/line-reader.ts'
import { type LanMessage, limits, type MessageOf, readMessage } from './messages.ts'
import type { Neighbour } from './roster.ts'

/** Said this often when there is nothing else to say; a desk that says nothing for longer than `silenceMs` is not there. */
const hereEveryMs = 3_000
const silenceMs = 10_000
/** A desk that takes nothing off the line. */
const mostUnsentBytes = 8_388_608

/** How one desk hears another. */
export interface LinkEnds {
  /** Awaited before the next message is read. */
  heard(link: LanLink, message: LanMessage): Promise<void>
  closed(link: LanLink): void
}

/** The line to one other desk whose key is known: JSON lines both ways, questions with an end, and a sign of life. */
export class LanLink {
  readonly neighbour: Neighbour
  /** Which of the two dialled: where both did, the desks agree by it on the line that stays. */
  readonly dialledBy: string
  readonly #socket: TLSSocket
  readonly #ends: LinkEnds
  readonly #asked = new Map<number, (held: MessageOf<'answer'>['held']) => void>()
  readonly #here: NodeJS.Timeout
  #lastRef = 0
  /** Questions in a row that were not answered in time. */
  missed = 0
  #heardAt = performance.now()

  constructor(socket: TLSSocket, neighbour: Neighbour, dialledBy: string, ends: LinkEnds) {
    this.neighbour = neighbour
    this.dialledBy = dialledBy
    this.#socket = socket
    this.#ends = ends
    this.#here = setInterval(() => this.#stillHere(), hereEveryMs)
    this.#here.unref()
    socket.on('close', () => this.#gone())
    this.send({ t: 'hello', v: 1 })
    void this.#read()
  }

  send(message: LanMessage): void {
    if (this.#socket.destroyed) return
    this.#socket.write(`${JSON.stringify(message)}\n`)
    if (this.#socket.writableLength > mostUnsentBytes) this.close()
  }

  /** Whose claims stand against these; null: no answer within the time, or the line broke. */
  claim(cardIds: readonly string[], ms: number, withinMs: number): Promise<MessageOf<'answer'>['held'] | null> {
    const ref = ++this.#lastRef
    return new Promise((resolve) => {
      const end = (held: MessageOf<'answer'>['held'] | null) => {
        clearTimeout(timer)
        this.#asked.delete(ref)
        this.#socket.off('close', broken)
        this.missed = held ? 0 : this.missed + 1
        resolve(held)
      }
      const broken = () => end(null)
      const timer = setTimeout(broken, withinMs)
      this.#asked.set(ref, end)
      this.#socket.once('close', broken)
      if (this.#socket.destroyed) return broken()
      this.send({ t: 'claim', ref, cardIds: [...cardIds], ms })
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #stillHere(): void {
    if (performance.now() - this.#heardAt > silenceMs) this.close()
    else this.send({ t: 'here' })
  }

  async #read(): Promise<void> {
    const lines = lineReader(limits.lineBytes)
    try {
      for await (const chunk of this.#socket) {
        this.#heardAt = performance.now()
        for (const line of lines.take(chunk)) await this.#take(line)
      }
    } catch {
      // Broken, too long a line, or one that is no JSON: there is nothing to answer, the line is closed and dialled again.
    }
    this.close()
  }

  async #take(line: string): Promise<void> {
    const message = readMessage(line)
    if (message?.t === 'answer') this.#asked.get(message.ref)?.(message.held)
    else if (message) await this.#ends.heard(this, message)
  }

  #gone(): void {
    clearInterval(this.#here)
    this.#ends.closed(this)
  }
}
