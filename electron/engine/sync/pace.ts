import { CentreTrouble } from './centre-trouble.ts'

/** How many rows to ask for at once: as many as the line carries within the deadline. */
export interface Pace {
  size(): number
  /** Runs one request of that size; the next ones are larger after a success, smaller after a line that gave way. */
  measured<T>(ask: (size: number) => Promise<T>): Promise<T>
}

const smallest = 50

export function pace(largest: number): Pace {
  let size = largest
  return {
    size: () => size,
    async measured(ask) {
      try {
        const result = await ask(size)
        size = Math.min(largest, size * 2)
        return result
      } catch (cause) {
        if (cause instanceof CentreTrouble && ['cut', 'stalled', 'nothing'].includes(cause.reason)) {
          size = Math.max(smallest, Math.floor(size / 4))
        }
        throw cause
      }
    },
  }
}
