import { Problem } from '../problem.ts'

/** How many requests a minute; far above what a device does that works (docs/set-up/server.md has the figures). */
export const floodLimits = {
  /** Of one device. A first copy takes one page after the other. */
  pull: 6000,
  push: 1200,
  blobs: 3000,
  other: 3000,
  /** Of one holder of an administration token. */
  administration: 600,
  /** Of one address, without a token or with a wrong one. A city's offices may all come from one address. */
  stranger: 20_000,
} as const
export type FloodKind = keyof typeof floodLimits

const windowMs = 60_000
/** Beyond this many names in one minute only those that are known already are told apart: the memory is bounded. */
const mostNames = 200_000

/**
 * Counts requests in this process alone: it guards the process and its database against who asks without end, and costs no statement. Limits that must hold over all
 * processes (passwords, codes, look-ups) are counted in the database: rate-limit.ts.
 */
export class FloodGate {
  readonly #now: () => Date
  #window = 0
  #counts = new Map<string, number>()

  constructor(now: () => Date) {
    this.#now = now
  }

  /** Throws 429 `rate-limited` beyond the limit. */
  count(kind: FloodKind, name: string): void {
    const count = this.#countOf(kind, name) + 1
    const key = this.#counts.size < mostNames ? `${kind} ${name}` : `${kind} others`
    this.#counts.set(key, count)
    if (count > floodLimits[kind]) throw this.#tooMany()
  }

  /** Throws 429 `rate-limited` when the limit was reached, and counts nothing. */
  requireUnder(kind: FloodKind, name: string): void {
    if (this.#countOf(kind, name) >= floodLimits[kind]) throw this.#tooMany()
  }

  #countOf(kind: FloodKind, name: string): number {
    const window = Math.floor(this.#now().getTime() / windowMs)
    if (window !== this.#window) {
      this.#window = window
      this.#counts = new Map()
    }
    return this.#counts.get(`${kind} ${name}`) ?? 0
  }

  #tooMany(): Problem {
    const left = windowMs - (this.#now().getTime() % windowMs)
    return new Problem(429, 'rate-limited', { retryAfterSeconds: Math.ceil(left / 1000) })
  }
}
