import type { RowChange } from '../act/row-set.ts'
import type { Outcome, Rule, Seen } from '../act/rule.ts'
import type { Case } from '../handover/handover.ts'
import { doneBy } from '../movement/card-move-rule.ts'
import type { BlankEntry, BlanksMoved } from './blank-entry.ts'

/** Blanks moved: a line in the book of the unit whose desk says so. Lines never contradict each other; a count may say that something is missing. One by somebody who might not opens a case. */
export const blankRule: Rule<BlanksMoved> = {
  kind: 'fact',
  id: ({ entryId }) => entryId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ entryId }) => [{ entity: 'blank-entry', id: entryId }],
  apply: (rows, fact, seen): Outcome => {
    const code = seen.permitted ? null : 'not-permitted'
    if (rows.get('blank-entry', fact.entryId)) return { changed: [], verdict: 'applied', code, caseId: null }
    const { kind, cardKind, quantity, expected, after, number, reason, offline } = fact
    const told = { kind, cardKind, quantity, expected, ...(after !== undefined && { after }), number, reason, offline }
    const { scope, acceptedAt } = seen
    const row: BlankEntry = { ...doneBy(fact), ...told, id: fact.entryId, scope, acceptedAt }
    const line: RowChange = { entity: 'blank-entry', id: row.id, row }
    if (seen.permitted) return { changed: [line], verdict: 'applied', code, caseId: null }
    return { changed: [line, caseOf(row, seen)], verdict: 'applied', code, caseId: seen.caseId }
  },
}

/** It happened, and nobody who might not write in the book goes unseen. */
function caseOf({ id, scope, at }: BlankEntry, { caseId, acceptedAt }: Seen): RowChange {
  const file: Case = {
    id: caseId,
    scope,
    kind: 'flagged-movement',
    cardId: null,
    handoverIds: [],
    blankEntryIds: [id],
    state: 'open',
    openedAt: acceptedAt ?? at,
  }
  return { entity: 'case', id: caseId, row: file }
}
