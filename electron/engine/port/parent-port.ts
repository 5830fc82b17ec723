import { type ToEngine, type ToShell, toEngine } from '#shared/contract/shell/messages.ts'
import { type EnginePort, electronPort } from './engine-port.ts'

/** What Electron gives a utility process as `process.parentPort`. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown; ports: Parameters<typeof electronPort>[0][] }) => void): void
}

export interface ShellLine {
  send(message: ToShell): void
  /** `port` comes with `{ type: 'port' }` only. */
  onMessage(listener: (message: ToEngine, port: EnginePort | null) => void): void
}

/** The line to the shell, or null where there is no shell: this program was not started by Electron. */
export function shellLine(): ShellLine | null {
  if (!('parentPort' in process) || !isParentPort(process.parentPort)) return null
  const parent = process.parentPort
  return {
    send: (message) => parent.postMessage(message),
    onMessage: (listener) =>
      parent.on('message', ({ data, ports }) => {
        const message = toEngine.safeParse(data)
        const [port] = ports
        if (message.success) listener(message.data, port ? electronPort(port) : null)
      }),
  }
}

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value
