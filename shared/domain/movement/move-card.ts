import type { RowChange, RowSet } from '../act/row-set.ts'
import { traced } from '../act/row-set.ts'
import type { Seen } from '../act/rule.ts'
import type { Card, CardState, StoragePlace } from '../card/card.ts'
import type { Case } from '../handover/handover.ts'
import { movedState } from './moved-state.ts'
import type { DoneBy, Movement, MovementFlag, MovementKind } from './movement.ts'

/** What is to happen to one card. */
export interface Move extends DoneBy {
  /** Id of the act it is part of. */
  readonly actId: string
  readonly cardId: string
  readonly kind: MovementKind
  readonly number: string | null
  readonly reason: string | null
  readonly shipmentId: string | null
  readonly handoverId: string | null
  readonly place: StoragePlace | null
  /** Who of the mobile team carries it out. */
  readonly carrier?: string | null
  /** The trip for which it is carried out. */
  readonly tripId?: string | null
  /** Of an undone hand-over: where the card is then. */
  readonly back?: WayBack
  /** Unit that the parcel goes to: a card of another unit has no business in it. */
  readonly boundFor?: string
  /** Another desk counted the card before, and found it otherwise. */
  readonly countedDifferently?: boolean
}

/** Where a card is when its hand-over was undone. `handedOver`: another hand-over of it stands. */
export type WayBack = Pick<Card, 'state' | 'handedOver' | 'carriedBy'>

export interface Moved {
  readonly changed: readonly RowChange[]
  /** Why a person must look, null when nobody must. */
  readonly code: MovementFlag | null
}

/** One movement of one card: its line in the ledger, the card after it and, where it cannot have been, the case. Never refuses: it happened. */
export function moveCard(rows: RowSet, move: Move, seen: Seen): Moved {
  const id = movementId(move)
  const card = rows.get('card', move.cardId)
  if (traced(card, move.actId) || rows.get('movement', id)) return { changed: [], code: null }
  const to = card && stateAfter(card, move)
  const code = troubleOf(card, to, move, seen)
  const movement = lineOf(move, { id, card, to: to ?? card?.state ?? null, code }, seen)
  const changed: RowChange[] = [{ entity: 'movement', id, row: movement }]
  const file = code === null ? null : { ...caseFor(rows, movement, seen), ...recountOf(move, code) }
  if (file) changed.push({ entity: 'case', id: file.id, row: file })
  if (card) {
    const after = to === null ? card : cardAfter(card, to, move)
    changed.push({ entity: 'card', id: card.id, row: { ...after, caseId: file?.id ?? card.caseId } })
  }
  return { changed, code }
}

function stateAfter(card: Card, move: Move): CardState | null {
  const to = goesThere(card, move) ? stateOf(card, move.kind) : null
  return to && (move.back?.state ?? to)
}

/** What was missing from a parcel and turned up at the Dinas leaves once more. */
const stateOf = ({ state, missing }: Card, kind: MovementKind): CardState | null =>
  kind === 'dispatched' && state === 'shipped' && missing === true ? 'shipped' : movedState(state, kind)

const goesThere = ({ scope }: Card, { boundFor }: Move) => boundFor === undefined || boundFor === scope

/** The same act and card always give the same line, wherever it is worked out. */
export const movementId = ({ actId, cardId }: Pick<Move, 'actId' | 'cardId'>): string => `${actId}:${cardId}`

function troubleOf(card: Card | null, to: CardState | null, move: Move, seen: Seen): MovementFlag | null {
  if (card === null) return 'card-unknown'
  if (to === null) return move.countedDifferently ? 'counted-differently' : 'card-elsewhere'
  if (!seen.permitted) return 'not-permitted'
  if (seen.flags.includes('undo-too-late')) return 'undo-too-late'
  return move.back?.handedOver ? 'second-copy' : null
}

interface Line {
  readonly id: string
  readonly card: Card | null
  readonly to: CardState | null
  readonly code: MovementFlag | null
}

function lineOf(move: Move, { id, card, to, code }: Line, seen: Seen): Movement {
  const { actId: _, place: __, boundFor: ___, countedDifferently: ____, back: _____, carrier, tripId, ...told } = move
  return {
    ...told,
    ...(carrier && { carrier }),
    ...(tripId && { tripId }),
    id,
    scope: card?.scope ?? seen.scope,
    from: card?.state ?? null,
    to,
    acceptedAt: seen.acceptedAt,
    flags: code === null ? [] : [code],
  }
}

function cardAfter(card: Card, to: CardState, { kind, place, at, shipmentId, carrier, back }: Move): Card {
  switch (kind) {
    case 'received':
    case 'received-damaged': {
      const fulfilledAt = kind === 'received' ? (card.fulfilledAt ?? at) : card.fulfilledAt
      return { ...card, state: to, place: place ?? card.place, arrivedAt: at, fulfilledAt, shipmentId, missing: false }
    }
    case 'dispatched':
      return { ...card, state: to, shipmentId, missing: false }
    case 'missing':
      return { ...card, missing: true }
    case 'stored':
    case 'found':
      return { ...card, state: to, place: place ?? card.place }
    case 'taken-back':
      // It was good when it arrived, after all.
      return { ...card, state: to, place: place ?? card.place, fulfilledAt: card.fulfilledAt ?? card.arrivedAt ?? at }
    case 'reminded':
      return { ...card, remindedAt: at }
    case 'carried-out':
      return { ...card, state: to, carriedBy: { name: carrier ?? '', since: at } }
    case 'carried-back':
      return { ...card, state: to, carriedBy: null, place: place ?? card.place }
    case 'undone':
      return { ...card, handedOver: null, ...back, state: to, place: place ?? card.place }
    default:
      return { ...card, state: to, ...(card.carriedBy && { carriedBy: null }) }
  }
}

/** A supervisor may find the later count right. */
function recountOf({ kind, place }: Move, code: MovementFlag): Pick<Case, 'recount'> {
  if (code !== 'counted-differently') return {}
  return { recount: { state: kind === 'received' ? 'ready' : 'damaged', place } }
}

/** The open case about the card takes the movement in; otherwise a new one. */
function caseFor(rows: RowSet, movement: Movement, seen: Seen): Case {
  const open = rows.about('case', movement.cardId).find(({ state }) => state === 'open')
  if (open) return { ...open, movementIds: [...new Set([...(open.movementIds ?? []), movement.id])] }
  return {
    id: seen.caseId,
    scope: movement.scope,
    kind: 'flagged-movement',
    cardId: movement.cardId,
    handoverIds: [],
    movementIds: [movement.id],
    state: 'open',
    openedAt: seen.acceptedAt ?? movement.at,
  }
}
