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

/** Did the card go out by this hand-over: it stands, or it was set aside and the card has not come back since? */
export const isOut = ({ id, standing }: Handover, card: Card | null): boolean =>
  standing === 'stands' || (standing === 'set-aside' && card?.handedOver?.handoverId === id)

/**
 * May this hand-over be undone now? null = yes. Who gave the card may for some minutes, with a supervisor for some days; nobody after that, and nobody while a
 * case is open. Where a supervisor found that it does not stand, whoever has the card again may at any time.
 */
export function decideUndo(
  card: Card,
  handover: Handover | null,
  attempt: UndoAttempt,
  { undo }: Pick<RegionPack, 'undo'>,
): UndoRefusal | null {
  if (card.state !== 'handed-over' || handover === null || !isOut(handover, card)) return 'nothing-to-undo'
  if (card.caseId !== null) return 'case-open'
  if (handover.standing === 'set-aside') return null
  const age = minutesBetween(handover.at, attempt.now)
  if (age > undo.daysWithSupervisor * 24 * 60) return 'undo-too-late'
  if (attempt.roles.includes('supervisor') || attempt.override !== null) return null
  const own = handover.staffId === attempt.staffId && age <= undo.minutesByClerk
  return own ? null : 'undo-needs-supervisor'
}

interface Done {
  readonly at: Instant
  readonly staffId: string
}

const minutesAllowed = (done: Done, { staffId }: Done, supervised: boolean, { undo }: Pick<RegionPack, 'undo'>) => {
  if (supervised) return undo.daysWithSupervisor * 24 * 60
  return done.staffId === staffId ? undo.minutesByClerk : -1
}

/** Is what was done so long past that it may not be undone any more, by the times of the desks? `supervised`: by a supervisor, or with one. Pure. */
export const isPastUndoing = (
  done: Done,
  undoing: Done,
  supervised: boolean,
  terms: Pick<RegionPack, 'undo'>,
): boolean => minutesBetween(done.at, undoing.at) > minutesAllowed(done, undoing, supervised, terms)

/** With the time of the centre; null: not there yet. */
type Accepted = Done & { readonly acceptedAt: Instant | null }

/** Longest that an act of a device with a line is on its way. */
const onlineMinutes = 60

/**
 * What an undoing that happened says about the time rules: had it been asked before, would it have been too late? `supervised`: who did it, or who stood by, was a
 * supervisor then. Judged by the times that the facts bear themselves, and by the centre's, which no clock at a desk sets back: what came in later than a device
 * may stay away was not done in time. One before what it undoes is told by a wrong clock. Pure.
 */
export function undoneTooLate(
  done: Accepted & Partial<Pick<Handover, 'standing'>>,
  undoing: Accepted & Pick<HandoverUndone, 'offline'>,
  supervised: boolean,
  terms: Pick<RegionPack, 'undo' | 'limits'>,
): boolean {
  if (done.standing === 'set-aside') return false
  if (undoing.at < done.at || isPastUndoing(done, undoing, supervised, terms)) return true
  if (done.acceptedAt === null || undoing.acceptedAt === null) return false
  const away = undoing.offline ? terms.limits.daysSinceSync * 24 * 60 : onlineMinutes
  const allowed = minutesAllowed(done, undoing, supervised, terms)
  return minutesBetween(done.acceptedAt, undoing.acceptedAt) > allowed + away
}
