import { isPastUndoing } from '../handover/undo.ts'
import type { RegionPack } from '../region/region-pack.ts'
import type { Instant } from '../time.ts'
import type { Movement } from './movement.ts'

export type TakeBackRefusal = 'move-wrong-state' | 'undo-too-late' | 'undo-needs-supervisor'

type Line = Pick<Movement, 'at' | 'from' | 'to' | 'staffId'>
type Terms = Pick<RegionPack, 'undo'>

/** By which line of its ledger a card came to be out of the drawer's good ones; null: none that is known. `lines`: oldest first. */
export const setAsideBy = <L extends Line>(lines: readonly L[]): L | null =>
  lines.findLast(({ from, to }) => to === 'damaged' && from !== 'damaged') ?? null

export interface TakeBackAttempt {
  readonly staffId: string
  readonly supervisor: boolean
  readonly now: Instant
}

/**
 * May it be taken back now that this card was recorded as damaged, misprinted or wrong? null = yes. The same limits as for a mistaken hand-over: who recorded it
 * for some minutes, a supervisor for some days, nobody after that.
 */
export function refusalOfTakeBack(
  lines: readonly Line[],
  { staffId, supervisor, now }: TakeBackAttempt,
  terms: Terms,
): TakeBackRefusal | null {
  const line = setAsideBy(lines)
  if (line === null) return 'move-wrong-state'
  const undoing = { at: now, staffId }
  if (isPastUndoing(line, undoing, true, terms)) return 'undo-too-late'
  return isPastUndoing(line, undoing, supervisor, terms) ? 'undo-needs-supervisor' : null
}
