import type { ToEngine, ToShell } from '#shared/contract/shell/messages.ts'
import type { Ids, Shell } from '../usecases/ports.ts'

type Answer = Extract<ToEngine, { requestId: string } | { jobId: string }>
type Question = Extract<ToShell, { requestId: string } | { jobId: string }>

const idOf = (message: Answer | Question) => ('jobId' in message ? message.jobId : message.requestId)

/** The shell as the use cases see it: each question waits for the answer with its id. */
export class AskedShell implements Shell {
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
    return answer.type === 'save-file-result' ? answer.outcome : 'failed'
  }

  async listPrinters(): Promise<readonly string[]> {
    const answer = await this.#ask({ type: 'list-printers', requestId: this.#ids.uuid() })
    return answer.type === 'list-printers-result' ? answer.printers.map(({ name }) => name) : []
  }

  async systemPrint(job: Parameters<Shell['systemPrint']>[0]): ReturnType<Shell['systemPrint']> {
    const answer = await this.#ask({ type: 'system-print', jobId: this.#ids.uuid(), ...job })
    return answer.type === 'system-print-result' ? answer.outcome : 'failed'
  }

  async resolveProxy(url: string): Promise<string> {
    const answer = await this.#ask({ type: 'resolve-proxy', requestId: this.#ids.uuid(), url })
    return answer.type === 'resolve-proxy-result' ? answer.proxy : 'DIRECT'
  }

  #ask(question: Question): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting.set(idOf(question), resolve)
      this.#send(question)
    })
  }
}
