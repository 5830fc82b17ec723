/** Who wants to hear of something. `on` may be handed on by itself; it returns how to stop. */
export class Listeners<T> {
  readonly #all = new Set<(value: T) => void>()

  readonly on = (listener: (value: T) => void): (() => void) => {
    this.#all.add(listener)
    return () => void this.#all.delete(listener)
  }

  tell(value: T): void {
    for (const listener of this.#all) listener(value)
  }
}
