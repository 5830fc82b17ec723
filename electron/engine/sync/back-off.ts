/** Waiting times between attempts, in milliseconds. */
export const backOff = { firstMs: 1_000, longestMs: 300_000 } as const

/**
 * Exponential with full jitter: anywhere between 0 and the doubled ceiling, so that a thousand desks do not come back in step.
 * `failures` counts from 1; `random` is in [0, 1).
 */
export function waitAfter(failures: number, random: number): number {
  const ceiling = Math.min(backOff.longestMs, backOff.firstMs * 2 ** Math.min(failures - 1, 20))
  return Math.round(random * ceiling)
}
