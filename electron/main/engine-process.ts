import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'
import { type ToEngine, type ToShell, toShell } from '#shared/contract/shell/messages.ts'
import type { Start } from '#shared/contract/shell/start.ts'
import { answerOrFailure } from './answer-or-failure.ts'
import { EngineDeaths } from './engine-deaths.ts'

/** How long an engine that was asked to finish may take. */
const stopMs = 3000

export interface EngineProcess {
  /** A page asks for its port; a page that asked before gets a new one with every new engine. */
  connect(page: WebContents): void
  send(message: ToEngine): void
  /** Asks it to finish and waits, at most three seconds. */
  stop(): Promise<void>
}

interface Options {
  readonly entry: string
  /** Asked anew for each engine: the key may be another one by then. */
  readonly start: () => Start
  /** What the engine asks of the shell; the answer is sent back. */
  readonly answer: (asked: ToShell) => Promise<ToEngine | null>
}

/** Runs the engine in a process of its own and starts it again when it dies. */
export const runEngine = (options: Options): EngineProcess => new Running(options)

class Running implements EngineProcess {
  readonly #options: Options
  readonly #deaths = new EngineDeaths()
  #child: UtilityProcess
  #page: WebContents | null = null
  #ended: FatalCode | null = null
  #stopping = false

  constructor(options: Options) {
    this.#options = options
    this.#child = this.#fork()
  }

  connect(page: WebContents): void {
    this.#page = page
    if (this.#ended) this.#tellPage('loket:fatal', this.#ended)
    else this.#handPort()
  }

  send(message: ToEngine): void {
    if (!this.#ended) this.#child.postMessage(message)
  }

  stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    return new Promise((resolve) => {
      if (child.pid === undefined) return resolve()
      const limit = setTimeout(() => child.kill(), stopMs)
      child.once('exit', () => {
        clearTimeout(limit)
        resolve()
      })
      child.postMessage({ type: 'stop' } satisfies ToEngine)
    })
  }

  #fork(): UtilityProcess {
    // The key travels as a message: arguments and environment can be read by other programs.
    const born = utilityProcess.fork(this.#options.entry, [], { serviceName: 'Loket engine', stdio: 'inherit' })
    born.on('message', (data: unknown) => void this.#onMessage(born, data))
    born.once('exit', () => this.#onDeath())
    born.postMessage(this.#options.start() satisfies ToEngine)
    return born
  }

  #onDeath(): void {
    if (this.#stopping || this.#ended) return
    this.#tellPage('loket:engine-lost')
    const pauseMs = this.#deaths.another(Date.now())
    if (pauseMs === null) this.#giveUp('engine-crashing')
    else setTimeout(() => this.#again(), pauseMs)
  }

  #again(): void {
    if (this.#stopping) return
    this.#child = this.#fork()
    this.#handPort()
  }

  async #onMessage(from: UtilityProcess, data: unknown): Promise<void> {
    const message = toShell.safeParse(data)
    if (!message.success) return console.error('[shell] a message of the engine does not fit the contract')
    const reply = await answerOrFailure(message.data, this.#options.answer)
    if (reply && this.#child === from && !this.#ended) from.postMessage(reply)
  }

  #giveUp(code: FatalCode): void {
    this.#ended = code
    this.#tellPage('loket:fatal', code)
  }

  #handPort(): void {
    const page = this.#page
    if (!page || page.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    this.#child.postMessage({ type: 'port' } satisfies ToEngine, [port2])
    page.postMessage('loket:port', null, [port1])
  }

  #tellPage(channel: string, ...rest: unknown[]): void {
    if (this.#page && !this.#page.isDestroyed()) this.#page.send(channel, ...rest)
  }
}
