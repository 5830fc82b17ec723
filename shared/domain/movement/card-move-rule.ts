import type { RowSet } from '../act/row-set.ts'
import type { Outcome, Rule } from '../act/rule.ts'
import type { StoragePlace } from '../card/card.ts'
import { moveCard } from './move-card.ts'
import type { DoneBy, MovementFlag, MovementKind } from './movement.ts'

/** Kinds that a clerk records by themselves; the others are part of a count or of an undone hand-over. */
export const clerkMoves = [
  'stored',
  'damaged',
  'misprinted',
  'lost',
  'found',
  'wrong-data',
  'taken-back',
  'reminded',
  'returned',
  'carried-out',
  'carried-back',
] as const satisfies readonly MovementKind[]
export type ClerkMove = (typeof clerkMoves)[number]

/** The fact that something was done with cards on the shelf, one or many at once. */
export interface CardsMoved extends DoneBy {
  readonly actId: string
  readonly kind: ClerkMove
  readonly cards: readonly { readonly cardId: string; readonly place: StoragePlace | null }[]
  /** Number of the berita acara or surat pernyataan, where there is one. */
  readonly number: string | null
  readonly reason: string | null
  /** SHA-256 (hex) of the signature PNG, where one is needed. */
  readonly signature: string | null
  /** Who of the mobile team carries them out. */
  readonly carrier?: string | null | undefined
  /** The trip for which they are carried out, where it was planned here. */
  readonly tripId?: string | null | undefined
  readonly offline: boolean
}

export const cardMoveRule: Rule<CardsMoved> = {
  kind: 'fact',
  id: ({ actId }) => actId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ cards }) => cards.flatMap(({ cardId }) => [{ entity: 'card', id: cardId } as const, { aboutCard: cardId }]),
  narrow: (fact, { entity, id }) =>
    entity === 'card' ? { ...fact, cards: fact.cards.filter(({ cardId }) => cardId === id) } : fact,
  apply: (rows, fact, seen): Outcome => {
    const told = {
      ...doneBy(fact),
      actId: fact.actId,
      kind: fact.kind,
      number: fact.number,
      reason: fact.reason,
      carrier: fact.carrier ?? null,
      tripId: fact.tripId ?? null,
    }
    const moved = fact.cards.map((one, index) =>
      moveOne(rows, { ...told, ...one, shipmentId: null, handoverId: null }, seen, index),
    )
    return outcomeOf(moved)
  },
}

type MoveOf = Parameters<typeof moveCard>[1]

/** Each card has a case of its own; what one movement changed, the next one sees. */
export function moveOne(rows: RowSet, move: MoveOf, seen: Parameters<typeof moveCard>[2], index: number) {
  const caseId = index === 0 ? seen.caseId : `${seen.caseId.slice(0, 58)}.${index}`
  const moved = moveCard(rows, move, { ...seen, caseId })
  for (const change of moved.changed) rows.put(change)
  return moved
}

export function outcomeOf(moved: readonly ReturnType<typeof moveCard>[]): Outcome {
  const changed = moved.flatMap((one) => one.changed)
  const codes = moved.flatMap(({ code }) => code ?? [])
  const contradiction = codes.find((code) => !merelyFlagged.includes(code))
  const caseId = changed.find(({ entity }) => entity === 'case')?.id ?? null
  const code = contradiction ?? codes[0] ?? null
  return { changed, verdict: contradiction ? 'conflict' : 'applied', code, caseId }
}

/** It happened, and nothing that stood speaks against it: a person must look, that is all. */
const merelyFlagged: readonly MovementFlag[] = ['not-permitted', 'undo-too-late', 'second-copy']

export const doneBy = ({ at, staffId, staffName, staffCode, deviceCode }: DoneBy): DoneBy => ({
  at,
  staffId,
  staffName,
  staffCode,
  deviceCode,
})
