import type { RowChange, RowSet } from '../act/row-set.ts'
import type { Outcome, Rule } from '../act/rule.ts'
import { withdrawnBy } from '../old-card/withdraw.ts'
import { type AfterHandOver, applyHandOver, type BeforeHandOver } from './apply-hand-over.ts'
import type { Case, HandoverFact, HandoverFlag } from './handover.ts'

/** A card was given to somebody. Never refused: what contradicts an earlier fact, or should not have been, is kept with flags and opens a case. */
export const handOverRule: Rule<HandoverFact> = {
  kind: 'fact',
  id: ({ handoverId }) => handoverId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ cardId, handoverId, oldCard }) => [
    { entity: 'card', id: cardId },
    { aboutCard: cardId },
    ...(oldCard.kind === 'withdrawn' ? [{ entity: 'old-card', id: handoverId } as const] : []),
  ],
  apply: (rows, fact, seen): Outcome => {
    const before = stateBefore(rows, fact)
    const flags: HandoverFlag[] = [
      ...(seen.permitted ? [] : (['not-permitted'] as const)),
      ...(['clock-skew', 'rules-not-met', 'review-later'] as const).filter((flag) => seen.flags.includes(flag)),
    ]
    const { deviceId, acceptedAt, caseId } = seen
    const scope = before.card?.scope ?? seen.scope
    const after = applyHandOver(before, fact, { scope, deviceId, acceptedAt, flags, caseId })
    const file = after.code === null ? null : (after.case?.id ?? null)
    const changed = [...changedRows(before, after), ...withdrawnBy(rows, fact, before.card, scope)]
    return { changed, verdict: after.verdict, code: after.code, caseId: file }
  },
}

function stateBefore(rows: RowSet, { cardId, handoverId }: HandoverFact): BeforeHandOver {
  const handovers = rows.about('handover', cardId)
  return {
    card: rows.get('card', cardId),
    earlier: handovers.filter(({ standing }) => standing === 'stands' || standing === 'contested'),
    same: handovers.find(({ id }) => id === handoverId) ?? null,
    openCase: chiefCase(rows.about('case', cardId)),
  }
}

/** The open case that a hand-over has to do with: first the one in which it is settled who has the card. */
export function chiefCase(cases: readonly Case[]): Case | null {
  const open = cases.filter(({ state }) => state === 'open')
  return open.find(({ kind }) => kind === 'double-hand-over') ?? open[0] ?? null
}

function changedRows(before: BeforeHandOver, after: AfterHandOver): RowChange[] {
  const changed: RowChange[] = after.handovers.map((row) => ({ entity: 'handover', id: row.id, row }))
  const { card, case: file } = after
  if (card && card !== before.card) changed.push({ entity: 'card', id: card.id, row: card })
  if (file && file !== before.openCase) changed.push({ entity: 'case', id: file.id, row: file })
  return changed
}
