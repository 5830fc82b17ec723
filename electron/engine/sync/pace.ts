import { CentreTrouble } from './centre-trouble.ts'

/** How much to ask for at once: as much as line and centre manage well within the deadline. */
export interface Pace {
  /** Runs one request of the size of the moment; the next ones are larger when it was quick, smaller when it was slow or gave way. */
  measured<T>(ask: (size: number) => Promise<T>): Promise<T>
}

const smallest = 20
const quickMs = 2_000
const slowMs = 5_000

/** `first` of at most `largest`; `elapsedMs` is a clock that never jumps. */
export function pace(first: number, largest: number, elapsedMs: () => number): Pace {
  let size = first
  const become = (next: number) => {
    size = Math.max(smallest, Math.min(largest, Math.floor(next)))
  }
  return {
    async measured(ask) {
      const began = elapsedMs()
      try {
        const result = await ask(size)
        const took = elapsedMs() - began
        if (took < quickMs) become(size * 2)
        else if (took > slowMs) become(size / 2)
        return result
      } catch (cause) {
        if (cause instanceof CentreTrouble && ['cut', 'stalled', 'nothing'].includes(cause.reason)) become(size / 4)
        throw cause
      }
    },
  }
}
