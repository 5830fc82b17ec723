import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'
import { type ToEngine, type ToShell, toShell } from '#shared/contract/shell/messages.ts'
import type { Start } from '#shared/contract/shell/start.ts'
import { answerOrFailure } from './answer-or-failure.ts'

export interface EngineProcess {
  /** A page asks for its port; a page that asked before gets a new one with every new engine. */
  connect(page: WebContents): void
  send(message: ToEngine): void
  /** Asks it to finish and waits, at most three seconds. */
  stop(): Promise<void>
}

interface Options {
  readonly entry: string
  readonly start: Start
  /** What the engine asks of the shell; the answer is sent back. */
  readonly answer: (asked: ToShell) => Promise<ToEngine | null>
}

/** Deaths this close together are no accident: the page says so instead of trying for ever. */
const crashWindowMs = 60_000
const crashesAllowed = 5

/** Runs the engine in a process of its own and starts it again when it dies: at once first, then with growing pauses. */
export function runEngine({ entry, start, answer }: Options): EngineProcess {
  let child: UtilityProcess
  let page: WebContents | null = null
  let ended: FatalCode | null = null
  let stopping = false
  let deaths: number[] = []

  const tellPage = (channel: string, ...rest: unknown[]) => {
    if (page && !page.isDestroyed()) page.send(channel, ...rest)
  }
  const giveUp = (code: FatalCode) => {
    ended = code
    tellPage('loket:fatal', code)
  }
  const handPort = () => {
    if (!page || page.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage({ type: 'port' } satisfies ToEngine, [port2])
    page.postMessage('loket:port', null, [port1])
  }
  const onMessage = async (from: UtilityProcess, data: unknown) => {
    const message = toShell.safeParse(data)
    if (!message.success) return console.error('[shell] a message of the engine does not fit the contract')
    if (message.data.type === 'ready') return
    if (message.data.type === 'fatal') {
      giveUp(message.data.code)
      return from.postMessage({ type: 'stop' } satisfies ToEngine)
    }
    const reply = await answerOrFailure(message.data, answer)
    if (reply && child === from && !ended) from.postMessage(reply)
  }
  const onDeath = () => {
    if (stopping || ended) return
    tellPage('loket:engine-lost')
    const now = Date.now()
    deaths = [...deaths.filter((at) => now - at < crashWindowMs), now]
    if (deaths.length > crashesAllowed) return giveUp('engine-crashing')
    setTimeout(fork, deaths.length === 1 ? 0 : 250 * 2 ** deaths.length)
  }
  const fork = () => {
    if (stopping) return
    // The key travels as a message: arguments and environment can be read by other programs.
    const born = utilityProcess.fork(entry, [], { serviceName: 'Loket engine', stdio: 'inherit' })
    child = born
    born.on('message', (data: unknown) => void onMessage(born, data))
    born.once('exit', onDeath)
    born.postMessage(start satisfies ToEngine)
    handPort()
  }
  fork()

  return {
    connect: (asking) => {
      page = asking
      if (ended) tellPage('loket:fatal', ended)
      else handPort()
    },
    send: (message) => {
      if (!ended) child.postMessage(message)
    },
    stop: () => {
      stopping = true
      return new Promise((resolve) => {
        if (child.pid === undefined) return resolve()
        const limit = setTimeout(() => child.kill(), 3000)
        child.once('exit', () => {
          clearTimeout(limit)
          resolve()
        })
        child.postMessage({ type: 'stop' } satisfies ToEngine)
      })
    },
  }
}
