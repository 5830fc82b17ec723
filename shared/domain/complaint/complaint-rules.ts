import type { RowSet } from '../act/row-set.ts'
import { traced } from '../act/row-set.ts'
import type { Outcome, Rule, Seen } from '../act/rule.ts'
import { doneBy } from '../movement/card-move-rule.ts'
import type { Complaint, ComplaintAnswered, ComplaintFiled, ComplaintWithdrawn } from './complaint.ts'

/** Somebody complained. Nothing can contradict that. */
export const fileComplaintRule: Rule<ComplaintFiled> = {
  kind: 'fact',
  id: ({ complaintId }) => complaintId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ complaintId }) => [{ entity: 'complaint', id: complaintId }],
  apply: (rows, fact, seen): Outcome => {
    if (rows.get('complaint', fact.complaintId)) return unchanged
    return written(filed(fact, seen), seen)
  },
}

/** Somebody was answered. A second answer stands beside the first: both were given. */
export const answerComplaintRule: Rule<ComplaintAnswered> = {
  kind: 'fact',
  id: ({ answerId }) => answerId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ complaintId }) => [{ entity: 'complaint', id: complaintId }],
  apply: (rows, fact, seen): Outcome =>
    following(rows, fact.complaintId, fact.answerId, seen, (complaint) => ({
      ...complaint,
      state: complaint.state === 'withdrawn' ? 'withdrawn' : 'answered',
      answers: [...complaint.answers, { ...doneBy(fact), answerId: fact.answerId, text: fact.text }],
    })),
}

/** The citizen took it back. An answer that was given before stays. */
export const withdrawComplaintRule: Rule<ComplaintWithdrawn> = {
  kind: 'fact',
  id: ({ withdrawId }) => withdrawId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ complaintId }) => [{ entity: 'complaint', id: complaintId }],
  apply: (rows, fact, seen): Outcome =>
    following(rows, fact.complaintId, fact.withdrawId, seen, (complaint) => ({
      ...complaint,
      state: 'withdrawn',
      withdrawn: complaint.withdrawn ?? { ...doneBy(fact), reason: fact.reason },
    })),
}

const unchanged: Outcome = { changed: [], verdict: 'applied', code: null, caseId: null }

function filed({ complaintId, offline: _, ...fact }: ComplaintFiled, seen: Seen): Complaint {
  return {
    ...fact,
    id: complaintId,
    scope: seen.scope,
    acceptedAt: seen.acceptedAt,
    state: 'open',
    answers: [],
    withdrawn: null,
    flags: [],
  }
}

function following(
  rows: RowSet,
  complaintId: string,
  actId: string,
  seen: Seen,
  after: (complaint: Complaint) => Complaint,
): Outcome {
  const complaint = rows.get('complaint', complaintId)
  if (complaint === null) return { ...unchanged, verdict: 'conflict', code: 'complaint-unknown' }
  return traced(complaint, actId) ? unchanged : written(after(complaint), seen)
}

function written(complaint: Complaint, { permitted }: Seen): Outcome {
  const row = permitted ? complaint : { ...complaint, flags: ['not-permitted' as const] }
  return {
    changed: [{ entity: 'complaint', id: complaint.id, row }],
    verdict: 'applied',
    code: permitted ? null : 'not-permitted',
    caseId: null,
  }
}
