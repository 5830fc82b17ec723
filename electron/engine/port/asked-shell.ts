import type { UseFile } from '#shared/contract/shell/chosen-file.ts'
import type { ToEngine, ToShell } from '#shared/contract/shell/messages.ts'
import { type ChosenFiles, FileGone, type Ids, type Installer, type KeyKeeper, type Shell } from '../usecases/ports.ts'

type Answer = Extract<ToEngine, { requestId: string } | { jobId: string }>
type Question = Extract<ToShell, { requestId: string } | { jobId: string }>

const idOf = (message: Answer | Question) => ('jobId' in message ? message.jobId : message.requestId)

/**
 * How long the engine waits, in milliseconds. A print has the shell's own limit (12 s) beneath this and that of the print queue (15 s) above it. Where
 * a file goes a person decides: no limit. A stick may be slow, but not for ever.
 */
const limits = {
  'list-printers': 5_000,
  'resolve-proxy': 5_000,
  'system-print': 14_000,
  'save-file': null,
  'choose-file': null,
  'use-file': 60_000,
  'make-key': 10_000,
  'keep-key': 10_000,
} as const

const notChosen = { outcome: 'failed', file: 0, size: 0 } as const
const notUsed = { outcome: 'gone', base64: '' } as const

/** The shell as the use cases see it: each question waits for the answer with its id, and not for ever. */
export class AskedShell implements Shell, KeyKeeper {
  readonly #send: (message: ToShell) => void
  readonly #ids: Ids
  readonly #waiting = new Map<string, (answer: Answer) => void>()

  constructor(send: (message: ToShell) => void, ids: Ids) {
    this.#send = send
    this.#ids = ids
  }

  /** Gives an answer of the shell to who waits for it. */
  heard(message: ToEngine): void {
    if (!('requestId' in message) && !('jobId' in message)) return
    const id = idOf(message)
    this.#waiting.get(id)?.(message)
    this.#waiting.delete(id)
  }

  async saveFile(name: string, bytes: Uint8Array): Promise<'saved' | 'cancelled' | 'failed'> {
    const base64 = Buffer.from(bytes).toString('base64')
    const answer = await this.#ask({ type: 'save-file', requestId: this.#ids.uuid(), name, base64 })
    return answer?.type === 'save-file-result' ? answer.outcome : 'failed'
  }

  readonly installer: Installer = {
    ready: (file) => this.#send({ type: 'update-ready', file }),
    now: () => this.#send({ type: 'install-now' }),
  }

  readonly chosenFiles: ChosenFiles = {
    toSave: async (name) => {
      const chosen = await this.#choose(name)
      if (chosen === null) return null
      return {
        write: async (bytes) => {
          await this.#use(chosen.file, { do: 'write', base64: Buffer.from(bytes).toString('base64') })
        },
        keep: async () => void (await this.#use(chosen.file, { do: 'keep' })),
        drop: () => this.#drop(chosen.file),
      }
    },
    toRead: async () => {
      const chosen = await this.#choose(null)
      if (chosen === null) return null
      return {
        size: chosen.size,
        read: (from, length) => this.#use(chosen.file, { do: 'read', from, length }),
        close: () => this.#drop(chosen.file),
      }
    },
  }

  async #choose(toSave: string | null): Promise<{ readonly file: number; readonly size: number } | null> {
    const answer = await this.#ask({ type: 'choose-file', requestId: this.#ids.uuid(), toSave })
    const { outcome, file, size } = answer?.type === 'choose-file-result' ? answer : notChosen
    if (outcome === 'cancelled') return null
    if (outcome !== 'chosen') throw new FileGone(outcome)
    return { file, size }
  }

  async #use(file: number, act: UseFile['act']): Promise<Uint8Array> {
    const answer = await this.#ask({ type: 'use-file', requestId: this.#ids.uuid(), file, act })
    const { outcome, base64 } = answer?.type === 'use-file-result' ? answer : notUsed
    if (outcome !== 'done') throw new FileGone(outcome)
    return Buffer.from(base64, 'base64')
  }

  async #drop(file: number): Promise<void> {
    await this.#ask({ type: 'use-file', requestId: this.#ids.uuid(), file, act: { do: 'drop' } })
  }

  /** Throws where the shell cannot tell: no list is not an empty one. */
  async listPrinters(): Promise<readonly string[]> {
    const answer = await this.#ask({ type: 'list-printers', requestId: this.#ids.uuid() })
    if (answer?.type !== 'list-printers-result') throw new Error('the shell did not list the printers')
    return answer.printers.map(({ name }) => name)
  }

  async systemPrint(job: Parameters<Shell['systemPrint']>[0]): ReturnType<Shell['systemPrint']> {
    const answer = await this.#ask({ type: 'system-print', jobId: this.#ids.uuid(), ...job })
    if (answer === null) return 'timed-out'
    return answer.type === 'system-print-result' ? answer.outcome : 'failed'
  }

  async next(): Promise<Uint8Array> {
    const answer = await this.#ask({ type: 'make-key', requestId: this.#ids.uuid() })
    if (answer?.type !== 'make-key-result' || answer.key === null) throw new Error('the shell kept no other key')
    return Buffer.from(answer.key, 'base64')
  }

  async keep(key: Uint8Array): Promise<void> {
    const base64 = Buffer.from(key).toString('base64')
    const answer = await this.#ask({ type: 'keep-key', requestId: this.#ids.uuid(), key: base64 })
    if (answer?.type !== 'keep-key-result' || !answer.kept) throw new Error('the shell did not keep the key')
  }

  /** The direct way where the shell does not know: sync must not stand still for it. */
  async resolveProxy(url: string): Promise<string> {
    const answer = await this.#ask({ type: 'resolve-proxy', requestId: this.#ids.uuid(), url })
    return answer?.type === 'resolve-proxy-result' ? answer.proxy : 'DIRECT'
  }

  /** null: no answer in time. */
  #ask(question: Question): Promise<Answer | null> {
    const id = idOf(question)
    const limitMs = limits[question.type]
    return new Promise((resolve) => {
      const giveUp = () => {
        this.#waiting.delete(id)
        resolve(null)
      }
      const limit = limitMs === null ? undefined : setTimeout(giveUp, limitMs)
      this.#waiting.set(id, (answer) => {
        clearTimeout(limit)
        resolve(answer)
      })
      this.#send(question)
    })
  }
}
