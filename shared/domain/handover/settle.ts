import type { RowChange, RowSet } from '../act/row-set.ts'
import type { Outcome, Rule } from '../act/rule.ts'
import type { Card } from '../card/card.ts'
import { movedState } from '../movement/moved-state.ts'
import type { DoneBy } from '../movement/movement.ts'
import { shelfNote } from './apply-hand-over.ts'
import type { Case, CaseDecision, Handover } from './handover.ts'
import { kindOfRecount, settlementLine } from './settlement-line.ts'

/** A supervisor's decision about a case (penyelesaian kasus). */
export interface CaseSettled extends DoneBy {
  readonly settleId: string
  readonly caseId: string
  /** The card that the case is about, as the case says. */
  readonly cardId: string | null
  readonly decision: CaseDecision
  /** The hand-over that is found to stand; null unless one of several does. */
  readonly standsHandoverId: string | null
  /** The hand-overs that the supervisor saw: a case that has grown since is not settled by this. */
  readonly handoversSeen: readonly string[]
  readonly reason: string
}

/** Asked of the centre: the case may have been settled by somebody else, or grown, meanwhile. */
export const settleRule: Rule<CaseSettled> = {
  kind: 'intention',
  id: ({ settleId }) => settleId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ caseId, cardId }) => [
    { entity: 'case', id: caseId },
    ...(cardId === null ? [] : [{ entity: 'card', id: cardId } as const, { aboutCard: cardId }]),
  ],
  evidence: (rows, fact) => {
    const file = rows.get('case', fact.caseId)
    if (file === null) return []
    return handoversOf(rows, file).flatMap(({ signature, photo }) =>
      photo === null ? [signature] : [signature, photo],
    )
  },
  apply: (rows, fact, seen): Outcome => {
    const file = rows.get('case', fact.caseId)
    const refusal = refusalOf(rows, file, fact, seen.permitted)
    if (file === null || refusal !== null) return refused(refusal ?? 'case-unknown')
    const settled = settledCase(file, fact, seen.acceptedAt ?? fact.at)
    const handovers = handoversOf(rows, file).map((one) => ({ ...one, standing: standingAfter(one, fact) }))
    const changed: RowChange[] = [{ entity: 'case', id: file.id, row: settled }]
    changed.push(...handovers.map((row): RowChange => ({ entity: 'handover', id: row.id, row })))
    const card = file.cardId === null ? null : rows.get('card', file.cardId)
    const after = card && cardAfter(card, handovers, fact, rows)
    if (after) changed.push({ entity: 'card', id: after.id, row: after })
    const line = settlementLine(fact, file, card, after?.state ?? null, seen)
    if (line) changed.push({ entity: 'movement', id: line.id, row: line })
    return { changed, verdict: 'applied', code: null, caseId: null }
  },
}

const refused = (code: string): Outcome => ({ changed: [], verdict: 'refused', code, caseId: null })

const handoversOf = (rows: RowSet, { cardId, handoverIds }: Case): readonly Handover[] =>
  cardId === null ? [] : rows.about('handover', cardId).filter(({ id }) => handoverIds.includes(id))

function refusalOf(rows: RowSet, file: Case | null, fact: CaseSettled, permitted: boolean): string | null {
  if (file === null) return 'case-unknown'
  if (!permitted) return 'not-permitted'
  if (file.cardId !== fact.cardId) return 'not-of-this-case'
  if (isOwnAct(handoversOf(rows, file), fact.staffId)) return 'own-act'
  return whyNotSettled(file, fact)
}

/** Nobody decides about a hand-over of his own. */
export const isOwnAct = (handovers: readonly Handover[], staffId: string): boolean =>
  handovers.some((one) => one.staffId === staffId)

/** Why this case is not settled by that decision; null when it is. Pure. */
export function whyNotSettled(
  file: Case,
  {
    decision,
    standsHandoverId: stands,
    handoversSeen,
  }: Pick<CaseSettled, 'decision' | 'standsHandoverId' | 'handoversSeen'>,
): 'case-settled' | 'case-grown' | 'not-of-this-case' | 'decision-unfit' | null {
  if (file.state === 'settled') return 'case-settled'
  if (file.handoverIds.some((id) => !handoversSeen.includes(id))) return 'case-grown'
  if (stands !== null && !file.handoverIds.includes(stands)) return 'not-of-this-case'
  if ((decision === 'one-stands') !== (stands !== null)) return 'decision-unfit'
  const double = file.kind === 'double-hand-over'
  return double === (decision === 'one-stands' || decision === 'both-happened') ? null : 'decision-unfit'
}

function settledCase(file: Case, fact: CaseSettled, settledAt: string): Case {
  const { staffId, staffName, staffCode, decision, standsHandoverId, reason } = fact
  return {
    ...file,
    state: 'settled',
    settled: { settledAt, staffId, staffName, staffCode, decision, standsHandoverId, reason },
  }
}

/** What came back over the counter stays undone, whatever is decided. */
function standingAfter(one: Handover, { decision, standsHandoverId }: CaseSettled): Handover['standing'] {
  const stands =
    decision === 'both-happened' ||
    one.id === standsHandoverId ||
    (decision === 'accepted' && one.standing === 'stands')
  return one.standing === 'undone' ? 'undone' : stands ? 'stands' : 'set-aside'
}

/** While a hand-over stands the card is with the citizen, and the shelf remembers that one; a card that nobody holds rightly is still not on the shelf. */
function cardAfter(card: Card, settled: readonly Handover[], fact: CaseSettled, rows: RowSet): Card {
  const { caseId } = fact
  const others = rows.about('case', card.id).find(({ id, state }) => id !== caseId && state === 'open')
  const free = { ...card, caseId: others?.id ?? null }
  const decided = new Set(settled.map(({ id }) => id))
  const elsewhere = rows.about('handover', card.id).filter(({ id }) => !decided.has(id))
  const standing = [...settled, ...elsewhere].filter(({ standing }) => standing === 'stands')
  const [first] = standing
  if (!first) return recounted(free, rows.get('case', caseId), fact)
  const remembered = standing.some(({ id }) => id === card.handedOver?.handoverId)
  if (remembered && card.state === 'handed-over') return free
  return { ...free, state: 'handed-over', handedOver: shelfNote(first), ...(card.carriedBy && { carriedBy: null }) }
}

/** The count that contradicts an earlier one is found right: the card stands as it says, unless it has gone elsewhere since. */
function recounted(card: Card, file: Case | null, { decision, at }: CaseSettled): Card {
  if (!file?.recount || decision !== 'accepted') return card
  const { state, place } = file.recount
  if (movedState(card.state, kindOfRecount[state]) === null) return card
  const fulfilledAt = state === 'ready' ? (card.fulfilledAt ?? card.arrivedAt ?? at) : card.fulfilledAt
  return { ...card, state, place: place ?? card.place, fulfilledAt }
}
