import type { RowChange, RowSet } from '../act/row-set.ts'
import type { Outcome, Rule } from '../act/rule.ts'
import type { Card } from '../card/card.ts'
import type { DoneBy } from '../movement/movement.ts'
import { shelfNote } from './apply-hand-over.ts'
import type { Case, Handover } from './handover.ts'

/** A supervisor's decision about a case (penyelesaian kasus). */
export interface CaseSettled extends DoneBy {
  readonly settleId: string
  readonly caseId: string
  readonly cardId: string
  /** The hand-over that is found to stand; null when the case is about something else, or none stands. */
  readonly standsHandoverId: string | null
  readonly reason: string
}

/** Asked of the centre: the case may have been settled by somebody else, or grown, meanwhile. */
export const settleRule: Rule<CaseSettled> = {
  kind: 'intention',
  roles: ['supervisor'],
  id: ({ settleId }) => settleId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ caseId, cardId }) => [
    { entity: 'case', id: caseId },
    { entity: 'card', id: cardId },
    { aboutCard: cardId },
  ],
  apply: (rows, fact, seen): Outcome => {
    const file = rows.get('case', fact.caseId)
    const refusal = refusalOf(file, fact, seen.permitted)
    if (file === null || refusal !== null) return refused(refusal ?? 'case-unknown')
    const handovers = rows.about('handover', fact.cardId).filter(({ id }) => file.handoverIds.includes(id))
    const settled = settledCase(file, fact, seen.acceptedAt ?? fact.at)
    const changed: RowChange[] = [{ entity: 'case', id: file.id, row: settled }]
    if (handovers.length > 0) changed.push(...standings(handovers, fact.standsHandoverId))
    const card = rows.get('card', fact.cardId)
    if (card) changed.push({ entity: 'card', id: card.id, row: cardAfter(card, handovers, fact, rows) })
    return { changed, verdict: 'applied', code: null, caseId: null }
  },
}

const refused = (code: string): Outcome => ({ changed: [], verdict: 'refused', code, caseId: null })

function refusalOf(file: Case | null, fact: CaseSettled, permitted: boolean): string | null {
  if (file === null) return 'case-unknown'
  if (!permitted) return 'not-permitted'
  if (file.state === 'settled') return 'case-settled'
  const { standsHandoverId: stands } = fact
  return stands !== null && !file.handoverIds.includes(stands) ? 'not-of-this-case' : null
}

function settledCase(file: Case, fact: CaseSettled, settledAt: string): Case {
  const { staffId, staffName, staffCode, standsHandoverId, reason } = fact
  return { ...file, state: 'settled', settled: { settledAt, staffId, staffName, staffCode, standsHandoverId, reason } }
}

const standings = (handovers: readonly Handover[], stands: string | null): RowChange[] =>
  handovers.map((one) => ({
    entity: 'handover',
    id: one.id,
    row: { ...one, standing: one.id === stands ? 'stands' : one.standing === 'undone' ? 'undone' : 'set-aside' },
  }))

/** The shelf remembers the hand-over that stands now; a card that nobody holds rightly is still not on the shelf. */
function cardAfter(
  card: Card,
  handovers: readonly Handover[],
  { standsHandoverId, caseId }: CaseSettled,
  rows: RowSet,
): Card {
  const others = rows.about('case', card.id).find(({ id, state }) => id !== caseId && state === 'open')
  const free = { ...card, caseId: others?.id ?? null }
  const stands = handovers.find(({ id }) => id === standsHandoverId)
  return stands ? { ...free, state: 'handed-over', handedOver: shelfNote(stands) } : free
}
