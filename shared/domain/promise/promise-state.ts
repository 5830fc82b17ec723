import type { Instant } from '../time.ts'

/** The 1x24 h promise of one application as far as its end is known: none, running, on time, late (with how late, in seconds). */
export type PromiseState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly dueAt: Instant; readonly secondsLeft: number }
  | { readonly kind: 'on-time'; readonly usedSeconds: number }
  | { readonly kind: 'late'; readonly dueAt: Instant; readonly secondsLate: number }

const secondsBetween = (from: Instant, to: Instant) => Math.round((Date.parse(to) - Date.parse(from)) / 1000)

/** Pure; `now` in UTC. The due time itself comes from the centre. */
export function promiseState(
  of: { readonly acceptedAt: Instant | null; readonly dueAt: Instant | null; readonly fulfilledAt: Instant | null },
  now: Instant,
): PromiseState {
  if (of.dueAt === null || of.acceptedAt === null) return { kind: 'none' }
  const late = secondsBetween(of.dueAt, of.fulfilledAt ?? now)
  if (late > 0) return { kind: 'late', dueAt: of.dueAt, secondsLate: late }
  if (of.fulfilledAt === null) return { kind: 'running', dueAt: of.dueAt, secondsLeft: -late }
  return { kind: 'on-time', usedSeconds: secondsBetween(of.acceptedAt, of.fulfilledAt) }
}
