import type { Card, StoragePlace } from '../card/card.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { RegionPack } from '../region/region-pack.ts'
import type { Role } from '../staff/staff.ts'
import type { Instant } from '../time.ts'
import type { Handover, Override } from './handover.ts'

/** The fact that a card came back over the counter because it had been given by mistake (batal serah). The hand-over stays on record. */
export interface HandoverUndone extends DoneBy {
  readonly undoId: string
  readonly handoverId: string
  readonly cardId: string
  readonly reason: string
  /** A supervisor who stood by; null within the clerk's own minutes. */
  readonly override: Override | null
  readonly place: StoragePlace | null
  readonly offline: boolean
}

export interface UndoAttempt {
  readonly staffId: string
  readonly roles: readonly Role[]
  readonly override: Override | null
  readonly now: Instant
}

export type UndoRefusal = 'nothing-to-undo' | 'case-open' | 'undo-too-late' | 'undo-needs-supervisor'

const minutesBetween = (from: Instant, to: Instant) => (Date.parse(to) - Date.parse(from)) / 60_000

/** May this hand-over be undone now? null = yes. Who gave the card may for some minutes, with a supervisor for some days; nobody after that, and nobody while a case is open. */
export function decideUndo(
  card: Card,
  handover: Handover | null,
  attempt: UndoAttempt,
  { undo }: Pick<RegionPack, 'undo'>,
): UndoRefusal | null {
  if (card.state !== 'handed-over' || handover?.standing !== 'stands') return 'nothing-to-undo'
  if (card.caseId !== null) return 'case-open'
  const age = minutesBetween(handover.at, attempt.now)
  if (age > undo.daysWithSupervisor * 24 * 60) return 'undo-too-late'
  if (attempt.roles.includes('supervisor') || attempt.override !== null) return null
  const own = handover.staffId === attempt.staffId && age <= undo.minutesByClerk
  return own ? null : 'undo-needs-supervisor'
}
