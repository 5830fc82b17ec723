import type { EnginePort } from './engine-port.ts'

/** Tells all open screens which topics changed; what is announced in one turn of the event loop travels as one message. */
export class TopicBoard {
  readonly #ports = new Set<EnginePort>()
  readonly #topics = new Set<string>()
  #scheduled = false

  add(port: EnginePort): void {
    this.#ports.add(port)
    port.onClose(() => this.#ports.delete(port))
  }

  announce(...topics: readonly string[]): void {
    for (const topic of topics) this.#topics.add(topic)
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => this.#send())
  }

  #send(): void {
    const topics = [...this.#topics]
    this.#topics.clear()
    this.#scheduled = false
    for (const port of this.#ports) port.post({ type: 'topics', topics })
  }
}
