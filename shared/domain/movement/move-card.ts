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
}

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
  const to = card && movedState(card.state, move.kind)
  const code = troubleOf(card, to, seen)
  const movement = lineOf(move, { id, card, to: to ?? card?.state ?? null, code }, seen)
  const changed: RowChange[] = [{ entity: 'movement', id, row: movement }]
  const file = code === null ? null : caseFor(rows, movement, seen)
  if (file) changed.push({ entity: 'case', id: file.id, row: file })
  if (card) {
    const after = to === null ? card : cardAfter(card, to, move)
    changed.push({ entity: 'card', id: card.id, row: { ...after, caseId: file?.id ?? card.caseId } })
  }
  return { changed, code }
}

/** The same act and card always give the same line, wherever it is worked out. */
export const movementId = ({ actId, cardId }: Pick<Move, 'actId' | 'cardId'>): string => `${actId}:${cardId}`

function troubleOf(card: Card | null, to: CardState | null, seen: Seen): MovementFlag | null {
  if (card === null) return 'card-unknown'
  if (to === null) return 'card-elsewhere'
  return seen.permitted ? null : 'not-permitted'
}

interface Line {
  readonly id: string
  readonly card: Card | null
  readonly to: CardState | null
  readonly code: MovementFlag | null
}

function lineOf(move: Move, { id, card, to, code }: Line, seen: Seen): Movement {
  const { actId: _, place: __, ...told } = move
  return {
    ...told,
    id,
    scope: card?.scope ?? seen.scope,
    from: card?.state ?? null,
    to,
    acceptedAt: seen.acceptedAt,
    flags: code === null ? [] : [code],
  }
}

function cardAfter(card: Card, to: CardState, { kind, place, at, shipmentId }: Move): Card {
  switch (kind) {
    case 'received':
    case 'received-damaged': {
      const fulfilledAt = kind === 'received' ? (card.fulfilledAt ?? at) : card.fulfilledAt
      return { ...card, state: to, place: place ?? card.place, arrivedAt: at, fulfilledAt, shipmentId, missing: false }
    }
    case 'missing':
      return { ...card, missing: true }
    case 'stored':
    case 'found':
      return { ...card, state: to, place: place ?? card.place }
    case 'reminded':
      return { ...card, remindedAt: at }
    case 'undone':
      return { ...card, state: to, handedOver: null, place: place ?? card.place }
    default:
      return { ...card, state: to }
  }
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
