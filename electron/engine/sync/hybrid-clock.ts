import type { Instant } from '#shared/domain/time.ts'

/**
 * Hybrid logical clock as text that sorts: `2026-11-24T02:14:00.000Z/0003`. It never goes back, even when the PC's clock does:
 * the physical part is the latest of `now`, the last one and what was `heard` from the centre, the counter tells equal ones apart.
 */
export function nextHlc(last: string | null, now: Instant, heard: Instant | null = null): string {
  const [physical = '', counter = '0'] = (last ?? '').split('/')
  const latest = heard !== null && heard > now ? heard : now
  if (latest > physical) return `${latest}/0000`
  return `${physical}/${(Number.parseInt(counter, 16) + 1).toString(16).padStart(4, '0')}`
}
