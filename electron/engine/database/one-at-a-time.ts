/** A queue of one: each turn starts when the one before is over, whatever its end. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve()

  take<T>(turn: () => Promise<T>): Promise<T> {
    const result = this.#last.then(turn)
    this.#last = result.catch(() => undefined)
    return result
  }
}
