import { percentile } from '../bench/figures.ts'
import type { Told } from './light-device.ts'
import type { Took } from './line.ts'

/** Percentiles in milliseconds. */
export interface Spread {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

export interface Measured {
  readonly kinds: Readonly<Record<string, Spread & { readonly upBytes: number; readonly downBytes: number }>>
  /** From an act at a desk to its verdict: waiting for the round before included. */
  readonly acts: Spread
  readonly errors: Readonly<Record<string, number>>
  readonly changes: number
}

/** Counts what devices tell while it is the one that is told. */
export class Meter implements Told {
  readonly #took = new Map<string, Took[]>()
  readonly #acts: number[] = []
  readonly #errors = new Map<string, number>()
  #changes = 0

  took(took: Took): void {
    const known = this.#took.get(took.kind)
    if (known) known.push(took)
    else this.#took.set(took.kind, [took])
  }

  wrong(what: string): void {
    this.#errors.set(what, (this.#errors.get(what) ?? 0) + 1)
  }

  acknowledged(ms: number): void {
    this.#acts.push(ms)
  }

  changes(count: number): void {
    this.#changes += count
  }

  measured(): Measured {
    const kinds = [...this.#took].map(([kind, all]) => {
      const [upBytes, downBytes] = [mean(all.map(({ up }) => up)), mean(all.map(({ down }) => down))]
      return [kind, { ...spreadOf(all.map(({ ms }) => ms)), upBytes, downBytes }] as const
    })
    return {
      kinds: Object.fromEntries(kinds),
      acts: spreadOf(this.#acts),
      errors: Object.fromEntries(this.#errors),
      changes: this.#changes,
    }
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Zeros of nothing, so that JSON can carry it. */
function spreadOf(values: readonly number[]): Spread {
  const at = (percent: number) => (values.length === 0 ? 0 : percentile(values, percent))
  return { count: values.length, p50: at(50), p95: at(95), p99: at(99), max: at(100) }
}
