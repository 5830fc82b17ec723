import type { EnginePort } from './engine-port.ts'

/** A port whose listener can be another one: one screen, several engines one after the other. */
export class SwitchedPort implements EnginePort {
  readonly #port: EnginePort
  #listener: ((message: unknown) => void) | null = null

  constructor(port: EnginePort) {
    this.#port = port
  }

  readonly post = (message: unknown): void => this.#port.post(message)
  readonly onClose = (listener: () => void): void => this.#port.onClose(listener)
  readonly close = (): void => this.#port.close()

  onMessage(listener: (message: unknown) => void): void {
    const first = this.#listener === null
    this.#listener = listener
    if (first) this.#port.onMessage((message) => this.#listener?.(message))
  }
}
