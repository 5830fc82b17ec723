import type { AssistanceRecorded, AssistanceWithdrawn } from '../assistance/assistance.ts'
import { recordAssistanceRule, withdrawAssistanceRule } from '../assistance/assistance-rules.ts'
import type { BlanksMoved } from '../blank/blank-entry.ts'
import { blankRule } from '../blank/blank-rule.ts'
import { type CaseNoted, noteRule } from '../case/note.ts'
import { type ClaimDecided, type ClaimNoted, claimDecideRule, claimNoteRule } from '../claim/claim-rules.ts'
import type { ComplaintAnswered, ComplaintFiled, ComplaintWithdrawn } from '../complaint/complaint.ts'
import { answerComplaintRule, fileComplaintRule, withdrawComplaintRule } from '../complaint/complaint-rules.ts'
import type { ApplicationFiled, ApplicationRepaired, ApplicationWithdrawn, KitirReissued } from '../filing/filing.ts'
import {
  fileApplicationRule,
  reissueKitirRule,
  repairApplicationRule,
  withdrawApplicationRule,
} from '../filing/filing-rules.ts'
import { handOverRule } from '../handover/hand-over-rule.ts'
import type { HandoverFact } from '../handover/handover.ts'
import { type HandoverReviewed, reviewRule } from '../handover/review-rule.ts'
import { type CaseSettled, settleRule } from '../handover/settle.ts'
import type { HandoverUndone } from '../handover/undo.ts'
import { undoRule } from '../handover/undo-rule.ts'
import {
  endIncidentRule,
  type IncidentEnded,
  type IncidentRegistered,
  type IncidentWithdrawn,
  registerIncidentRule,
  withdrawIncidentRule,
} from '../incident/incident-rules.ts'
import { type CardsMoved, cardMoveRule } from '../movement/card-move-rule.ts'
import { type OldCardsMoved, oldCardRule } from '../old-card/old-card-rule.ts'
import type {
  QuestionAnswered,
  QuestionAssigned,
  QuestionClosed,
  QuestionReopened,
  QuestionTransferred,
} from '../question/question.ts'
import {
  answerQuestionRule,
  assignQuestionRule,
  closeQuestionRule,
  reopenQuestionRule,
  transferQuestionRule,
} from '../question/question-rules.ts'
import type { ShiftClosed, ShiftOpened } from '../shift/shift.ts'
import { closeShiftRule, openShiftRule } from '../shift/shift-rules.ts'
import { dispatchRule } from '../shipment/dispatch-rule.ts'
import { receiveRule } from '../shipment/receive-rule.ts'
import type { ShipmentDispatched, ShipmentReceived } from '../shipment/shipment.ts'
import type { PasswordReset, PersonAdded, PersonChanged, PersonEnded } from '../staff/staff-acts.ts'
import { addPersonRule, changePersonRule, endPersonRule, resetPasswordRule } from '../staff/staff-rules.ts'
import type { TripClosed, TripPlanned, TripStarted } from '../trip/trip.ts'
import { closeTripRule, planTripRule, startTripRule } from '../trip/trip-rules.ts'
import type { VisitChanged, VisitLeft, VisitOpened } from '../trip/visit.ts'
import { changeVisitRule, leaveVisitRule, openVisitRule } from '../trip/visit-rules.ts'
import type { RowChange, RowSet } from './row-set.ts'
import { traced } from './row-set.ts'
import type { RowRef } from './row-types.ts'
import type { Need, Outcome, Rule, Seen } from './rule.ts'
import type { Traced } from './traced.ts'

/** Everything that a person can do, by the name under which it is sent. */
export interface ActPayloads {
  'handover.record': HandoverFact
  'handover.undo': HandoverUndone
  'handover.review': HandoverReviewed
  'shipment.dispatch': ShipmentDispatched
  'shipment.receive': ShipmentReceived
  'card.move': CardsMoved
  'blanks.move': BlanksMoved
  'case.settle': CaseSettled
  'claim.note': ClaimNoted
  'claim.decide': ClaimDecided
  'case.note': CaseNoted
  'complaint.file': ComplaintFiled
  'complaint.answer': ComplaintAnswered
  'complaint.withdraw': ComplaintWithdrawn
  'question.answer': QuestionAnswered
  'question.assign': QuestionAssigned
  'question.close': QuestionClosed
  'question.reopen': QuestionReopened
  'question.transfer': QuestionTransferred
  'assistance.record': AssistanceRecorded
  'assistance.withdraw': AssistanceWithdrawn
  'incident.register': IncidentRegistered
  'incident.end': IncidentEnded
  'incident.withdraw': IncidentWithdrawn
  'old-card.move': OldCardsMoved
  'shift.open': ShiftOpened
  'shift.close': ShiftClosed
  'staff.add': PersonAdded
  'staff.change': PersonChanged
  'staff.end': PersonEnded
  'staff.reset': PasswordReset
  'trip.plan': TripPlanned
  'trip.start': TripStarted
  'trip.close': TripClosed
  'visit.open': VisitOpened
  'visit.change': VisitChanged
  'visit.leave': VisitLeft
  'application.file': ApplicationFiled
  'application.repair': ApplicationRepaired
  'application.withdraw': ApplicationWithdrawn
  'ekitir.reissue': KitirReissued
}

export type ActType = keyof ActPayloads

const rules: { readonly [T in ActType]: Rule<ActPayloads[T]> } = {
  'handover.record': handOverRule,
  'handover.undo': undoRule,
  'handover.review': reviewRule,
  'shipment.dispatch': dispatchRule,
  'shipment.receive': receiveRule,
  'card.move': cardMoveRule,
  'blanks.move': blankRule,
  'case.settle': settleRule,
  'claim.note': claimNoteRule,
  'claim.decide': claimDecideRule,
  'case.note': noteRule,
  'complaint.file': fileComplaintRule,
  'complaint.answer': answerComplaintRule,
  'complaint.withdraw': withdrawComplaintRule,
  'question.answer': answerQuestionRule,
  'question.assign': assignQuestionRule,
  'question.close': closeQuestionRule,
  'question.reopen': reopenQuestionRule,
  'question.transfer': transferQuestionRule,
  'assistance.record': recordAssistanceRule,
  'assistance.withdraw': withdrawAssistanceRule,
  'incident.register': registerIncidentRule,
  'incident.end': endIncidentRule,
  'incident.withdraw': withdrawIncidentRule,
  'old-card.move': oldCardRule,
  'shift.open': openShiftRule,
  'shift.close': closeShiftRule,
  'staff.add': addPersonRule,
  'staff.change': changePersonRule,
  'staff.end': endPersonRule,
  'staff.reset': resetPasswordRule,
  'trip.plan': planTripRule,
  'trip.start': startTripRule,
  'trip.close': closeTripRule,
  'visit.open': openVisitRule,
  'visit.change': changeVisitRule,
  'visit.leave': leaveVisitRule,
  'application.file': fileApplicationRule,
  'application.repair': repairApplicationRule,
  'application.withdraw': withdrawApplicationRule,
  'ekitir.reissue': reissueKitirRule,
}

export const isActType = (type: string): type is ActType => Object.hasOwn(rules, type)

/** Does it say that something happened? Then it is never refused, whatever is wrong with it. */
export const isFactType = (type: string): boolean => isActType(type) && rules[type].kind === 'fact'

/** An act as it was sent: its kind with the payload that belongs to it. */
export type Act = { [T in ActType]: { readonly type: T; readonly payload: ActPayloads[T] } }[ActType]

/** The rule of an act. The table pairs each kind with its own payload, which the type of a union cannot say. */
export const ruleOf = ({ type }: Act): Rule<Act['payload']> => rules[type] as unknown as Rule<Act['payload']>

/** What must be loaded before the act is applied. */
export const needsOf = (act: Act): readonly Need[] => ruleOf(act).needs(act.payload)

/** The part of an act that is about one row; the whole act where it is about one alone. */
export function narrowed(act: Act, ref: RowRef): Act {
  const { narrow } = ruleOf(act)
  return narrow ? ({ type: act.type, payload: narrow(act.payload, ref) } as Act) : act
}

/** The rows that an act is about by their own names. */
export const subjectsOf = (act: Act): readonly RowRef[] =>
  needsOf(act).filter((need: Need): need is RowRef => 'id' in need)

/** Applies an act to the rows it needs. A row that has its effect already is left as it is; every changed row remembers the act. */
export function applyAct(act: Act, rows: RowSet, seen: Seen): Outcome {
  const rule = ruleOf(act)
  const actId = rule.id(act.payload)
  const had = rows.all().filter(({ row }) => tracedIn(row, actId))
  const outcome = rule.apply(rows, act.payload, seen)
  const untouched = new Set(had.map(keyOf))
  const changed = lastOf(outcome.changed)
    .filter((change) => !untouched.has(keyOf(change)))
    .map((change) => withTrace(change, actId))
  for (const change of [...had, ...changed]) rows.put(change)
  return { ...outcome, changed }
}

const keyOf = ({ entity, id }: RowRef) => `${entity}/${id}`

const tracedIn = (row: object, actId: string) => traced(row as Traced, actId)

/** A card may be changed twice within one act: the last state counts. */
function lastOf(changes: readonly RowChange[]): readonly RowChange[] {
  return [...new Map(changes.map((change) => [keyOf(change), change])).values()]
}

function withTrace(change: RowChange, actId: string): RowChange {
  const { acts = [] } = change.row as Traced
  return acts.includes(actId) ? change : ({ ...change, row: { ...change.row, acts: [...acts, actId] } } as RowChange)
}
