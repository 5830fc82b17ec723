import type { ClockFacts } from '../service-clock/clock-facts.ts'
import type { ExclusionGround } from '../service-clock/promise-rules.ts'
import type { ServiceClock } from '../service-clock/service-clock.ts'
import type { Instant } from '../time.ts'

/** The 1x24 h promise as a card shows it: none, outside it, standing still, running, on time, late (with how late, in seconds). */
export type PromiseState =
  | { readonly kind: 'none' }
  | { readonly kind: 'excluded'; readonly grounds: ExclusionGround[] }
  | { readonly kind: 'paused'; readonly dueAt: Instant }
  | { readonly kind: 'running'; readonly dueAt: Instant; readonly secondsLeft: number; readonly soon: boolean }
  | { readonly kind: 'on-time'; readonly usedSeconds: number }
  | { readonly kind: 'late'; readonly dueAt: Instant; readonly secondsLate: number }

const secondsBetween = (from: Instant, to: Instant) => Math.round((Date.parse(to) - Date.parse(from)) / 1000)

/** Of a card whose application is not known here: by the due time that the centre wrote. Pure; `now` in UTC. */
export function promiseState(
  of: { readonly acceptedAt: Instant | null; readonly dueAt: Instant | null; readonly fulfilledAt: Instant | null },
  now: Instant,
): PromiseState {
  if (of.dueAt === null || of.acceptedAt === null) return { kind: 'none' }
  const late = secondsBetween(of.dueAt, of.fulfilledAt ?? now)
  if (late > 0) return { kind: 'late', dueAt: of.dueAt, secondsLate: late }
  if (of.fulfilledAt === null) return { kind: 'running', dueAt: of.dueAt, secondsLeft: -late, soon: false }
  return { kind: 'on-time', usedSeconds: secondsBetween(of.acceptedAt, of.fulfilledAt) }
}

/** What the clock reads, as a card shows it. */
export function promiseByClock(
  { state, dueAt, grounds, secondsLeft, secondsLate }: ServiceClock,
  { acceptedAt, fulfilledAt }: Pick<ClockFacts, 'acceptedAt' | 'fulfilledAt'>,
): PromiseState {
  if (state === 'excluded') return { kind: 'excluded', grounds: [...grounds] }
  if (state === 'none' || dueAt === null) return { kind: 'none' }
  if (state === 'paused') return { kind: 'paused', dueAt }
  if (state === 'late') return { kind: 'late', dueAt, secondsLate }
  if (state === 'on-time')
    return { kind: 'on-time', usedSeconds: Math.max(0, secondsBetween(acceptedAt ?? dueAt, fulfilledAt ?? dueAt)) }
  return { kind: 'running', dueAt, secondsLeft, soon: state === 'due-soon' }
}
