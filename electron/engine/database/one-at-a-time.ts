/** A queue of one: each turn starts when the one before is over, whatever its end. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Somebody waits for the running turn to end. */
  get awaited(): boolean {
    return this.#waiting > 0
  }

  take<T>(turn: () => Promise<T>): Promise<T> {
    this.#waiting += 1
    const result = this.#last.then(() => {
      this.#waiting -= 1
      return turn()
    })
    this.#last = result.catch(() => undefined)
    return result
  }
}
