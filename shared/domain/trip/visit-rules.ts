import { type RowSet, traced } from '../act/row-set.ts'
import type { Outcome, Rule, Seen } from '../act/rule.ts'
import { inOrder } from './in-order.ts'
import type { Visit, VisitChanged, VisitLeft, VisitOpened } from './visit.ts'
import { visitNow } from './visit-now.ts'

/** Somebody took a number. */
export const openVisitRule: Rule<VisitOpened> = {
  kind: 'fact',
  id: ({ visitId }) => visitId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ visitId }) => [{ entity: 'visit', id: visitId }],
  apply: (rows, opened, seen): Outcome => {
    if (rows.get('visit', opened.visitId)) return unchanged
    const { visitId: id, tripId } = opened
    return written(
      { id, tripId, scope: seen.scope, opened, state: 'waiting', changes: [], leavings: [], flags: [] },
      seen,
    )
  },
}

/** Somebody was called or served, or something was noted: two laptops may say something of one person, and all of it stands. */
export const changeVisitRule: Rule<VisitChanged> = {
  kind: 'fact',
  id: ({ changeId }) => changeId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ visitId }) => [{ entity: 'visit', id: visitId }],
  apply: (rows, fact, seen): Outcome =>
    following(rows, fact.visitId, fact.changeId, seen, (visit) => ({
      ...visit,
      changes: inOrder([...visit.changes, fact], ({ changeId }) => changeId),
    })),
}

/** Somebody left: served, before the end, or to be visited again. */
export const leaveVisitRule: Rule<VisitLeft> = {
  kind: 'fact',
  id: ({ leaveId }) => leaveId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ visitId }) => [{ entity: 'visit', id: visitId }],
  apply: (rows, fact, seen): Outcome =>
    following(rows, fact.visitId, fact.leaveId, seen, (visit) => ({
      ...visit,
      leavings: inOrder([...visit.leavings, fact], ({ leaveId }) => leaveId),
    })),
}

const unchanged: Outcome = { changed: [], verdict: 'applied', code: null, caseId: null }

/** A laptop sends the number before anything that follows: a visit that is unknown was lost on its way, and a person must look. */
function following(rows: RowSet, visitId: string, actId: string, seen: Seen, next: (visit: Visit) => Visit): Outcome {
  const visit = rows.get('visit', visitId)
  if (visit === null) return { ...unchanged, verdict: 'conflict', code: 'visit-unknown' }
  return traced(visit, actId) ? unchanged : written(next(visit), seen)
}

function written(visit: Visit, { permitted }: Seen): Outcome {
  const row: Visit = { ...visit, state: visitNow(visit).state, flags: permitted ? visit.flags : ['not-permitted'] }
  return {
    changed: [{ entity: 'visit', id: visit.id, row }],
    verdict: 'applied',
    code: permitted ? null : 'not-permitted',
    caseId: null,
  }
}
