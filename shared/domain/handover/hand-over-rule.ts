import type { RowChange, RowSet } from '../act/row-set.ts'
import type { Outcome, Rule } from '../act/rule.ts'
import { type AfterHandOver, applyHandOver, type BeforeHandOver } from './apply-hand-over.ts'
import type { HandoverFact, HandoverFlag } from './handover.ts'

/** A card was given to somebody. Never refused: what contradicts an earlier fact, or should not have been, is kept with flags and opens a case. */
export const handOverRule: Rule<HandoverFact> = {
  kind: 'fact',
  roles: ['counter', 'kelurahan', 'mobile', 'supervisor'],
  id: ({ handoverId }) => handoverId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ cardId }) => [{ entity: 'card', id: cardId }, { aboutCard: cardId }],
  apply: (rows, fact, seen): Outcome => {
    const before = stateBefore(rows, fact)
    const flags: HandoverFlag[] = [
      ...(seen.permitted ? [] : (['not-permitted'] as const)),
      ...(seen.flags.includes('clock-skew') ? (['clock-skew'] as const) : []),
    ]
    const { deviceId, acceptedAt, caseId } = seen
    const scope = before.card?.scope ?? seen.scope
    const after = applyHandOver(before, fact, { scope, deviceId, acceptedAt, flags, caseId })
    const file = after.code === null ? null : (after.case?.id ?? null)
    return { changed: changedRows(before, after), verdict: after.verdict, code: after.code, caseId: file }
  },
}

function stateBefore(rows: RowSet, { cardId, handoverId }: HandoverFact): BeforeHandOver {
  const handovers = rows.about('handover', cardId)
  return {
    card: rows.get('card', cardId),
    standing: handovers.find((one) => one.standing === 'stands') ?? null,
    same: handovers.find(({ id }) => id === handoverId) ?? null,
    openCase: rows.about('case', cardId).find((one) => one.state === 'open') ?? null,
  }
}

function changedRows(before: BeforeHandOver, after: AfterHandOver): RowChange[] {
  const changed: RowChange[] = after.handovers.map((row) => ({ entity: 'handover', id: row.id, row }))
  const { card, case: file } = after
  if (card && card !== before.card) changed.push({ entity: 'card', id: card.id, row: card })
  if (file && file !== before.openCase) changed.push({ entity: 'case', id: file.id, row: file })
  return changed
}
