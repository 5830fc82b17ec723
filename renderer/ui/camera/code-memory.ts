/** A code held before the camera is seen thirty times a second; it counts once, until it was away for a while. */
export class CodeMemory {
  readonly #awayMs: number
  #code = ''
  #seenAt = Number.NEGATIVE_INFINITY

  constructor(awayMs = 2500) {
    this.#awayMs = awayMs
  }

  /** Is this a new showing of the code? `at` in ms. */
  isNew(code: string, at: number): boolean {
    const fresh = code !== this.#code || at - this.#seenAt > this.#awayMs
    this.#code = code
    this.#seenAt = at
    return fresh
  }

  /** After a message was closed the same code may be shown again at once. */
  forget(): void {
    this.#code = ''
  }
}
