/** A seeded source of chance: the same seed gives the same city, on every machine. */
export interface Chance {
  /** 0 ≤ n < 1 */
  next(): number
  /** low ≤ n ≤ high */
  whole(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** True in this share of cases. */
  happens(share: number): boolean
  bytes(count: number): Uint8Array
  uuid(): string
}

/** Mulberry32 (public domain): 32 bits of state are plenty for people who do not exist. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => whole(0, 255))
  return {
    next,
    whole,
    pick: (from) => {
      const chosen = from[whole(0, from.length - 1)]
      if (chosen === undefined) throw new RangeError('nothing to pick from')
      return chosen
    },
    happens: (share) => next() < share,
    bytes,
    uuid: () => {
      const hex = Buffer.from(bytes(16)).toString('hex')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
    },
  }
}
