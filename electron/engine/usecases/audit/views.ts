import type { CallName, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { AuditKind } from '#shared/domain/audit/audit-kinds.ts'
import type { Deps, Who } from '../deps.ts'
import { noteIfRoom } from '../note-if-room.ts'

type View<N extends CallName> = (input: ParsedInputOf<N>) => { readonly kind: AuditKind; readonly subject: string }
type Views = { readonly [N in CallName]?: View<N> }

/**
 * Questions whose answers show citizens, and how the audit tells that somebody looked: by the thing that was opened, or by which list. Searching and revealing have entries
 * of their own, and so have questions of the Dinas.
 */
export const views: Views = {
  'card.get': ({ cardId }) => ({ kind: 'open-card', subject: cardId }),
  'card.history': ({ cardId }) => ({ kind: 'open-card', subject: cardId }),
  'case.get': ({ caseId }) => ({ kind: 'open-case', subject: caseId }),
  'handover.get': ({ handoverId }) => ({ kind: 'open-handover', subject: handoverId }),
  'claim.get': ({ claimId }) => ({ kind: 'open-claim', subject: claimId }),
  'application.get': ({ applicationId }) => ({ kind: 'open-application', subject: applicationId }),
  'intake.known-people': () => ({ kind: 'open-list', subject: 'known-people' }),
  'intake.drafts': () => ({ kind: 'open-list', subject: 'drafts' }),
  'application.duplicates': () => ({ kind: 'open-list', subject: 'duplicates' }),
  'intake.draft': ({ draftId }) => ({ kind: 'open-application', subject: draftId }),
  'application.list': () => ({ kind: 'open-list', subject: 'applications' }),
  'complaint.get': ({ complaintId }) => ({ kind: 'open-complaint', subject: complaintId }),
  'trip.get': ({ tripId }) => ({ kind: 'open-trip', subject: tripId }),
  'trip.plan-draft': ({ tripId }) => ({ kind: 'open-trip', subject: tripId ?? 'plan' }),
  'trip.closing-draft': ({ tripId }) => ({ kind: 'open-trip', subject: tripId }),
  'visit.get': ({ visitId }) => ({ kind: 'open-visit', subject: visitId }),
  'question.get': ({ questionId }) => ({ kind: 'open-question', subject: questionId }),
  'promise.get': (of) => ({
    kind: 'open-promise',
    subject: 'applicationId' in of ? of.applicationId : 'cardId' in of ? of.cardId : 'by-number',
  }),
  'shipment.get': ({ shipmentId }) => ({ kind: 'open-parcel', subject: shipmentId }),
  'document.preview': ({ documentId }) => ({ kind: 'open-document', subject: documentId }),
  'result.open': ({ applicationId }) => ({ kind: 'open-document', subject: `result ${applicationId}` }),
  'audit.list': ({ day }) => ({ kind: 'audit-look', subject: day }),
  'card.list': ({ filter }) => ({ kind: 'open-list', subject: `cards ${filter}` }),
  'case.list': () => ({ kind: 'open-list', subject: 'cases' }),
  'claim.list': () => ({ kind: 'open-list', subject: 'claims' }),
  'complaint.list': () => ({ kind: 'open-list', subject: 'complaints' }),
  'question.list': () => ({ kind: 'open-list', subject: 'questions' }),
  'promise.list': () => ({ kind: 'open-list', subject: 'promises' }),
  'handover.to-review': () => ({ kind: 'open-list', subject: 'to-review' }),
  'old-card.list': () => ({ kind: 'open-list', subject: 'old-cards' }),
  'shift.drawer': () => ({ kind: 'open-list', subject: 'drawer' }),
  'scan.recent': () => ({ kind: 'open-list', subject: 'scans' }),
  'bulk.draft': () => ({ kind: 'open-list', subject: 'bulk' }),
}

/** A screen asks again whenever something changed: the same person, thing and quarter of an hour are one look. */
const sameLookMs = 15 * 60_000

/** After the answer: whoever looks does not wait for the disk. `input` was parsed by the schema of this call. */
export function noteView(deps: Deps, name: CallName, input: unknown, { staff }: Who): void {
  const view = views[name] as ((input: unknown) => ReturnType<View<CallName>>) | undefined
  if (!view) return
  const what = { ...view(input), staffId: staff.id }
  const at = deps.clock.now()
  const since = new Date(Date.parse(at) - sameLookMs).toISOString()
  const note = async () => {
    if (await deps.reading((db) => db.trail.noted(what, since))) return
    await noteIfRoom(deps, what.kind, async (tx) => {
      if (!(await tx.trail.noted(what, since))) await tx.audit.append({ ...what, at })
    })
  }
  note().catch((cause: unknown) => deps.log.error('look-not-noted', cause))
}
