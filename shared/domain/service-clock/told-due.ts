import type { Instant } from '../time.ts'
import type { ClockStep } from './clock-step.ts'

/** A step more where the due time is not the one that was told when it was accepted: a holiday was added since, or an outage registered. */
export const movedStep = (told: Instant | null, due: Instant | null): readonly ClockStep[] =>
  told === null || due === null || told === due ? [] : [{ code: 'moved', values: { told, at: due } }]
