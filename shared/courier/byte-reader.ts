/** Takes exact lengths from bytes that come in any pieces. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #held: Uint8Array[] = []
  #length = 0

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** The next `count` bytes; null when there are not so many. */
  async exactly(count: number): Promise<Uint8Array | null> {
    while (this.#length < count) if (!(await this.#more())) return null
    const taken = new Uint8Array(count)
    let filled = 0
    while (filled < count) {
      const [first, ...rest] = this.#held
      if (!first) return null
      const part = first.subarray(0, count - filled)
      taken.set(part, filled)
      filled += part.length
      this.#held = part.length === first.length ? rest : [first.subarray(part.length), ...rest]
    }
    this.#length -= count
    return taken
  }

  /** Whatever came and was not taken; to be asked when `exactly` found too few. */
  async rest(): Promise<Uint8Array> {
    return (await this.exactly(this.#length)) ?? new Uint8Array()
  }

  async ended(): Promise<boolean> {
    return this.#length === 0 && !(await this.#more())
  }

  /** Nothing more is wanted: what gives the bytes may let go of them. */
  async stop(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #more(): Promise<boolean> {
    for (;;) {
      const next = await this.#chunks.next()
      if (next.done) return false
      if (next.value.length === 0) continue
      this.#held.push(next.value)
      this.#length += next.value.length
      return true
    }
  }
}
