import type { Instant } from '../time.ts'
import type { HandoverFact } from './handover.ts'

/** Times are shown to the minute: a smaller difference is none. */
const leastOffsetMs = 30_000

/** What a device notes of its own clock in a hand-over, given the centre's time minus its own (ms; null: never measured). */
export const clockNote = (offsetMs: number | null): Pick<HandoverFact, 'clockOffsetMs'> =>
  offsetMs !== null && Math.abs(offsetMs) >= leastOffsetMs ? { clockOffsetMs: Math.round(offsetMs) } : {}

/**
 * When it was by the centre's clock; null where the device's own was right, or was never compared. For showing several desks beside each other, never for a
 * decision: which hand-over stands is told by the order in which the centre accepted them.
 */
export function correctedTime({ at, clockOffsetMs }: Pick<HandoverFact, 'at' | 'clockOffsetMs'>): Instant | null {
  if (clockOffsetMs === undefined) return null
  const moment = new Date(Date.parse(at) + clockOffsetMs)
  // An offset that leads out of all calendars is none.
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
