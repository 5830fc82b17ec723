import type { Card } from '../card/card.ts'
import type { Instant } from '../time.ts'
import type { ClerkMove } from './card-move-rule.ts'
import { movedState } from './moved-state.ts'

/** Days on the shelf, from the region pack. */
export interface ShelfLimits {
  readonly uncollectedReminderDays: number
  readonly uncollectedReturnDays: number
}

/** Why a card may not be moved so now; `days`: how long it must have lain there. */
export type MoveRefusal =
  | { readonly code: 'move-wrong-state' }
  | { readonly code: 'reminder-too-early'; readonly days: number }
  | { readonly code: 'return-too-early'; readonly days: number }

const dayMs = 86_400_000

/**
 * May a clerk record this of the card now? Null: yes. What happened elsewhere meanwhile is for the rule (move-card.ts), which never refuses. A card goes
 * back to the Dinas when it was not collected for too long, or cannot be handed over.
 */
export function refusalOfMove(card: Card, kind: ClerkMove, now: Instant, limits: ShelfLimits): MoveRefusal | null {
  if (movedState(card.state, kind) === null) return { code: 'move-wrong-state' }
  const days = daysOnShelf(card, now)
  if (kind === 'reminded' && days < limits.uncollectedReminderDays)
    return { code: 'reminder-too-early', days: limits.uncollectedReminderDays }
  if (kind === 'returned' && card.state === 'ready' && days < limits.uncollectedReturnDays)
    return { code: 'return-too-early', days: limits.uncollectedReturnDays }
  return null
}

const daysOnShelf = ({ arrivedAt }: Card, now: Instant): number =>
  arrivedAt === null ? 0 : (Date.parse(now) - Date.parse(arrivedAt)) / dayMs

/** What must be told with a movement. */
export interface MoveDuties {
  readonly reason: boolean
  /** Of the officer. */
  readonly signature: boolean
  readonly place: boolean
  /** A berita acara with a number of its own. */
  readonly record: boolean
}

const nothing: MoveDuties = { reason: false, signature: false, place: false, record: false }

/** Who lost a citizen's card signs for it; a card that leaves the drawer says why. */
export function dutiesOfMove(kind: ClerkMove): MoveDuties {
  switch (kind) {
    case 'stored':
      return { ...nothing, place: true }
    case 'reminded':
    case 'carried-back':
      return nothing
    case 'carried-out':
      return { ...nothing, signature: true }
    case 'damaged':
    case 'misprinted':
    case 'wrong-data':
    case 'taken-back':
    case 'found':
      return { ...nothing, reason: true }
    case 'lost':
      return { ...nothing, reason: true, signature: true }
    case 'returned':
      return { ...nothing, record: true }
  }
}
