import { type RowSet, traced } from '../act/row-set.ts'
import type { Outcome, Rule, Seen } from '../act/rule.ts'
import { doneBy } from '../movement/card-move-rule.ts'
import type { Assistance, AssistanceRecorded, AssistanceWithdrawn } from './assistance.ts'

type OfAssistance = { readonly assistanceId: string; readonly staffId: string; readonly at: string }

const ofEntry = {
  kind: 'fact',
  staffId: ({ staffId }: OfAssistance) => staffId,
  at: ({ at }: OfAssistance) => at,
  needs: ({ assistanceId }: OfAssistance) => [{ entity: 'assistance', id: assistanceId } as const],
} as const

/** Somebody was helped. Nothing can contradict that. */
export const recordAssistanceRule: Rule<AssistanceRecorded> = {
  ...ofEntry,
  id: ({ assistanceId }) => assistanceId,
  apply: (rows, fact, seen): Outcome =>
    rows.get('assistance', fact.assistanceId) ? unchanged : written(recorded(fact, seen), seen),
}

/** It was a mistake. Of two who said so the earlier stands, whichever came first. */
export const withdrawAssistanceRule: Rule<AssistanceWithdrawn> = {
  ...ofEntry,
  id: ({ withdrawId }) => withdrawId,
  apply: (rows: RowSet, fact, seen): Outcome => {
    const entry = rows.get('assistance', fact.assistanceId)
    if (entry === null) return { ...unchanged, verdict: 'conflict', code: 'assistance-unknown' }
    if (traced(entry, fact.withdrawId)) return unchanged
    return written({ ...entry, withdrawn: earlier(entry.withdrawn, doneBy(fact)) }, seen)
  },
}

const earlier = (one: Assistance['withdrawn'], other: NonNullable<Assistance['withdrawn']>) =>
  one === null || other.at < one.at || (other.at === one.at && other.staffId < one.staffId) ? other : one

function recorded({ assistanceId: id, offline: _, ...fact }: AssistanceRecorded, seen: Seen): Assistance {
  return { ...fact, id, scope: seen.scope, acceptedAt: seen.acceptedAt, withdrawn: null, flags: [] }
}

const unchanged: Outcome = { changed: [], verdict: 'applied', code: null, caseId: null }

function written(entry: Assistance, { permitted }: Seen): Outcome {
  const row = permitted ? entry : { ...entry, flags: ['not-permitted' as const] }
  return {
    changed: [{ entity: 'assistance', id: entry.id, row }],
    verdict: 'applied',
    code: permitted ? null : 'not-permitted',
    caseId: null,
  }
}
