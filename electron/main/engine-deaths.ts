/** Deaths this close together are no accident: the page says so instead of trying for ever. */
const crashWindowMs = 60_000
const crashesAllowed = 5

/** Decides when an engine that died is started again: at once first, then with growing pauses, at last not at all. */
export class EngineDeaths {
  #deaths: number[] = []

  /** Milliseconds until the next start; null: give up. */
  another(now: number): number | null {
    this.#deaths = [...this.#deaths.filter((at) => now - at < crashWindowMs), now]
    const count = this.#deaths.length
    if (count > crashesAllowed) return null
    return count === 1 ? 0 : 250 * 2 ** count
  }
}
