import type { RowChange } from '../act/row-set.ts'
import type { Outcome, Rule } from '../act/rule.ts'
import type { DoneBy } from '../movement/movement.ts'
import { doubts } from './doubt.ts'
import type { Handover, HandoverFlag } from './handover.ts'

/** A supervisor looked at a hand-over that was marked (ditinjau). */
export interface HandoverReviewed extends DoneBy {
  readonly reviewId: string
  readonly handoverId: string
  readonly cardId: string
  /** What the supervisor has to say of it; empty: nothing. */
  readonly note: string
}

/** Marks that a supervisor looks at afterwards, whether or not there is a case: what the counter set aside, or did not look at. */
export const reviewFlags = [
  'review-later',
  'pin-overridden',
  'identity-not-seen',
  'papers-not-seen',
  ...doubts,
] as const satisfies readonly HandoverFlag[]

/** Why this person does not review that hand-over; null: they may. Who gave the card, or allowed it, does not look at their own. Pure. */
export function whyNotReviewed(
  { staffId, override, reviewed }: Handover,
  by: string,
): 'already-reviewed' | 'own-hand-over' | null {
  if (reviewed) return 'already-reviewed'
  return staffId === by || override?.supervisorId === by ? 'own-hand-over' : null
}

/** Asked of the centre: somebody else may have reviewed it meanwhile. Nothing of the hand-over changes. */
export const reviewRule: Rule<HandoverReviewed> = {
  kind: 'intention',
  id: ({ reviewId }) => reviewId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ handoverId, cardId }) => [
    { entity: 'handover', id: handoverId },
    { entity: 'card', id: cardId },
    { aboutCard: cardId },
  ],
  apply: (rows, fact, seen): Outcome => {
    const row = rows.get('handover', fact.handoverId)
    if (!row || row.cardId !== fact.cardId) return refused('handover-unknown')
    const why = seen.permitted ? whyNotReviewed(row, fact.staffId) : 'not-permitted'
    if (why !== null) return refused(why)
    const { at, staffId, staffName, staffCode, note } = fact
    const reviewed = { at: seen.acceptedAt ?? at, staffId, staffName, staffCode, note }
    const changed: RowChange[] = [{ entity: 'handover', id: row.id, row: { ...row, reviewed } }]
    return { changed, verdict: 'applied', code: null, caseId: null }
  },
}

const refused = (code: string): Outcome => ({ changed: [], verdict: 'refused', code, caseId: null })
