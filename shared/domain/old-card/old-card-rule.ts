import type { RowChange, RowSet } from '../act/row-set.ts'
import { traced } from '../act/row-set.ts'
import type { Outcome, Rule, Seen } from '../act/rule.ts'
import type { Case } from '../handover/handover.ts'
import { doneBy } from '../movement/card-move-rule.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { OldCardClosing, WithdrawnCard } from './old-card.ts'

/** The fact that old cards left the drawer with a berita acara, many at once. */
export interface OldCardsMoved extends DoneBy, Omit<OldCardClosing, 'actId'> {
  readonly actId: string
  readonly kind: 'destroyed' | 'returned'
  readonly cards: readonly { readonly oldCardId: string; readonly cardId: string }[]
  readonly offline: boolean
}

/**
 * What left the drawer is gone. Where two berita acara name one old card, the first stands and the second is kept on the row; that, and what somebody did who
 * might not, opens a case.
 */
export const oldCardRule: Rule<OldCardsMoved> = {
  kind: 'fact',
  id: ({ actId }) => actId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ cards }) =>
    cards.flatMap(({ oldCardId, cardId }) => [{ entity: 'old-card', id: oldCardId } as const, { aboutCard: cardId }]),
  narrow: (fact, { entity, id }) =>
    entity === 'old-card' ? { ...fact, cards: fact.cards.filter(({ oldCardId }) => oldCardId === id) } : fact,
  apply: (rows, fact, seen): Outcome => {
    const told = fact.cards.map((one) => moveOne(rows, fact, one))
    const changed = told.flatMap(({ row }) => (row ? [{ entity: 'old-card', id: row.id, row } as const] : []))
    const clashes = told.some(({ clash }) => clash)
    const looked = fact.cards.filter((_, at) => told[at]?.clash || (!seen.permitted && told[at]?.row))
    const files = looked.map((one, at) => {
      const file = caseFor(rows, fact, one, { seen, at })
      // Two old cards of one citizen are one case: the next one sees it.
      rows.put(file)
      return file
    })
    const code = clashes ? 'old-card-gone' : seen.permitted ? null : 'not-permitted'
    const verdict = clashes ? 'conflict' : 'applied'
    return { changed: [...changed, ...files], verdict, code, caseId: files[0]?.id ?? null }
  },
}

type Told = OldCardsMoved['cards'][number]

/** The row after the fact, null where nothing of it changes; `clash`: it is said to be somewhere else already. */
interface Moved {
  readonly row: WithdrawnCard | null
  readonly clash: boolean
}

function moveOne(rows: RowSet, fact: OldCardsMoved, { oldCardId, cardId }: Told): Moved {
  const row = rows.get('old-card', oldCardId)
  // What clashed and comes again says nothing about what became of the old card since.
  const clashed = rows.about('case', cardId).some((file) => traced(file, fact.actId))
  if (clashed || traced(row, fact.actId)) return { row: null, clash: false }
  if (row === null) return { row, clash: true }
  if (row.state === 'held') return { row: { ...row, state: fact.kind, closing: closingOf(fact) }, clash: false }
  const otherClosings = [...(row.otherClosings ?? []), { ...closingOf(fact), kind: fact.kind }]
  return { row: { ...row, otherClosings }, clash: true }
}

function closingOf(fact: OldCardsMoved): OldCardClosing {
  const { actId, number, place, method, witnesses, receiver } = fact
  return { ...doneBy(fact), actId, number, place, method, witnesses, receiver }
}

/** The open case about the card takes the old card in; otherwise a new one. */
function caseFor(
  rows: RowSet,
  fact: OldCardsMoved,
  { oldCardId, cardId }: Told,
  { seen, at }: { readonly seen: Seen; readonly at: number },
): RowChange {
  const open = rows.about('case', cardId).find(({ state }) => state === 'open')
  const file: Case = open ?? {
    id: at === 0 ? seen.caseId : `${seen.caseId.slice(0, 58)}.${at}`,
    scope: rows.get('old-card', oldCardId)?.scope ?? seen.scope,
    kind: 'flagged-movement',
    cardId,
    handoverIds: [],
    movementIds: [],
    state: 'open',
    openedAt: seen.acceptedAt ?? fact.at,
  }
  const row = { ...file, oldCardIds: [...new Set([...(file.oldCardIds ?? []), oldCardId])] }
  return { entity: 'case', id: row.id, row }
}
