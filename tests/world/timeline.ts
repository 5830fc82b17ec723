interface Happening {
  readonly at: number
  readonly order: number
  readonly run: () => void | Promise<void>
}

/** Time as it passes in a world: from one happening to the next, at once. */
export class Timeline {
  /** Milliseconds since 1970, the true time: what no clock of the world shows exactly. */
  now: number
  #order = 0
  readonly #waiting: Happening[] = []

  constructor(startsAt: number) {
    this.now = startsAt
  }

  /** The answer calls it off. */
  later(delayMs: number, run: Happening['run']): () => void {
    const one = { at: this.now + Math.max(0, delayMs), order: this.#order++, run }
    let place = this.#waiting.length
    while (place > 0 && (this.#waiting[place - 1] as Happening).at > one.at) place -= 1
    this.#waiting.splice(place, 0, one)
    return () => {
      const found = this.#waiting.indexOf(one)
      if (found !== -1) this.#waiting.splice(found, 1)
    }
  }

  /** Lets the next one happen; false when nothing is left. */
  async next(): Promise<boolean> {
    const one = this.#waiting.shift()
    if (!one) return false
    this.now = Math.max(this.now, one.at)
    await one.run()
    return true
  }

  /** Everybody sleeps: what was due meanwhile happens afterwards. */
  sleep(ms: number): void {
    this.now += ms
  }
}
