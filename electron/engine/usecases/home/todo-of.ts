import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Claim } from '#shared/domain/claim/claim.ts'
import { decideClaim } from '#shared/domain/claim/decide-claim.ts'
import { type ClaimStepName, nextClaimStep } from '#shared/domain/claim/next-step.ts'
import type { Complaint } from '#shared/domain/complaint/complaint.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { sentBack as whySentBack } from '#shared/domain/filing/step.ts'
import type { Question } from '#shared/domain/question/question.ts'
import type { Shipment } from '#shared/domain/shipment/shipment.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { HomeNumbers } from '../card-views.ts'
import type { SavedDraft } from '../draft-stores.ts'
import type { PrintRow } from '../stores.ts'

type Todo = OutputOf<'home.summary'>['todo'][number]

export type TripTodo = Extract<Todo, { kind: 'trip' }>

interface Waiting {
  readonly numbers: HomeNumbers
  readonly stuck: readonly PrintRow[]
  readonly unsent: { readonly count: number; readonly oldestAt: Instant | null }
  /** The day of the team that needs somebody now; null: none. */
  readonly trip: TripTodo | null
  /** Announced or received in part. */
  readonly shipments: readonly Shipment[]
  /** The shift of this desk is to be opened or closed; null: neither. */
  readonly shift: 'open' | 'close' | null
  /** Neither paid nor rejected, or with an open case. */
  readonly claims: readonly Claim[]
  /** Not answered. */
  readonly complaints: readonly Complaint[]
  /** Applications filed here that lie with the citizen, the latest first. */
  readonly sentBack: readonly Filing[]
  /** What this person began to file, the latest first. */
  readonly drafts: readonly SavedDraft[]
  /** Of citizens, not answered, the longest waiting first. */
  readonly questions: readonly Question[]
  /** Marked hand-overs that a supervisor has to look at; 0 for anybody else. */
  readonly toReview: number
}

/**
 * What waits for this person, most urgent first: a broken promise, a conflict, paper that did not come out, the team's day, what falls due, parcels, money, the shift, the
 * queue. A supervisor sees complaints that went up before all but what is late.
 */
export function todoOf(
  {
    numbers,
    stuck,
    unsent,
    trip,
    shift,
    shipments,
    claims,
    complaints,
    questions,
    toReview,
    sentBack,
    drafts,
  }: Waiting,
  staff: Staff,
  now: Instant,
): Todo[] {
  const { late, conflicts, dueToday, onTheWay, uncollected } = numbers
  const todo: Todo[] = []
  if (late) {
    const { count, ownerName, status, oldestDueAt } = late
    const oldestSecondsLate = Math.round((Date.parse(now) - Date.parse(oldestDueAt)) / 1000)
    todo.push({ kind: 'late', count, oldestSecondsLate, ownerName, status })
  }
  const complained = complaints.length > 0 ? [complaintTodo(complaints, now)] : []
  const goesFirst = staff.roles.includes('supervisor') && complained.some(({ escalated }) => escalated !== null)
  if (goesFirst) todo.push(...complained)
  if (conflicts.count > 0) todo.push({ kind: 'conflict', ...conflicts })
  if (stuck.length > 0)
    todo.push({ kind: 'prints-failed', count: stuck.length, receiptNumber: stuck[0]?.receiptNumber ?? null })
  if (trip) todo.push(trip)
  if (dueToday) todo.push({ kind: 'due-today', ...dueToday })
  if (shipments.length > 0) todo.push(shipmentTodo(shipments))
  else if (onTheWay.ktp + onTheWay.kia > 0) todo.push({ kind: 'on-the-way', ...onTheWay })
  todo.push(...claimTodos(claims, staff))
  if (!goesFirst) todo.push(...complained)
  todo.push(...filingTodos(sentBack, drafts))
  if (questions.length > 0) todo.push(questionTodo(questions, staff))
  if (toReview > 0) todo.push({ kind: 'review', count: toReview })
  if (shift !== null) todo.push({ kind: 'shift', step: shift })
  if (unsent.count > 0 && unsent.oldestAt) todo.push({ kind: 'unsent', count: unsent.count, oldestAt: unsent.oldestAt })
  if (uncollected.toRemind + uncollected.toReturn > 0) todo.push({ kind: 'uncollected', ...uncollected })
  return todo
}

/** What came back is the citizen's loss of time, so it stands before what was only begun. */
function filingTodos(sentBack: readonly Filing[], drafts: readonly SavedDraft[]): Todo[] {
  const [back, begun] = [sentBack[0], drafts[0]]
  const first = back && { applicationId: back.id, subjectName: back.subjectName, note: whySentBack(back)?.note ?? null }
  return [
    ...(first ? [{ kind: 'sent-back' as const, count: sentBack.length, first }] : []),
    ...(begun
      ? [
          {
            ...{ kind: 'drafts' as const, count: drafts.length, savedAt: begun.savedAt },
            draftId: drafts.length === 1 ? begun.draftId : null,
          },
        ]
      : []),
  ]
}

function shipmentTodo(shipments: readonly Shipment[]): Todo {
  const [first] = shipments
  const counted = ({ lines }: Shipment) => lines.filter(({ counted }) => counted !== 'missing').length
  return {
    kind: 'shipment',
    count: shipments.length,
    number: first?.number ?? '',
    shipmentId: shipments.length === 1 && first ? first.id : null,
    cards: shipments.reduce((sum, { cardIds }) => sum + cardIds.length, 0),
    counted: shipments.reduce((sum, one) => sum + counted(one), 0),
  }
}

function questionTodo(questions: readonly Question[], { id }: Staff): Todo {
  const mine = questions.filter(({ assignedTo }) => assignedTo?.staffId === id).length
  return { kind: 'questions', count: questions.length, mine, longestSince: questions[0]?.waitingSince ?? null }
}

function complaintTodo(complaints: readonly Complaint[], now: Instant): Extract<Todo, { kind: 'complaints' }> {
  const dues = complaints.flatMap(({ deadline }) => deadline?.dueAt ?? []).sort()
  const late = dues.filter((due) => due < now).length
  const reached = complaints.flatMap(({ deadline }) => deadline?.escalations.findLast(({ at }) => at <= now) ?? [])
  const [highest] = reached.toSorted((a, b) => b.level - a.level)
  const escalated = highest ? { count: reached.length, to: highest.to } : null
  return { kind: 'complaints', count: complaints.length, late, firstDueAt: dues[0] ?? null, escalated }
}

/** What a case holds up first, then money. What only a supervisor does is shown to supervisors alone. */
const claimSteps = [
  { step: 'settle', supervisor: true },
  { step: 'pay', supervisor: false },
  { step: 'order', supervisor: true },
  { step: 'decide', supervisor: true },
  { step: 'check', supervisor: false },
] as const

function claimTodos(claims: readonly Claim[], staff: Staff): Todo[] {
  return claimSteps.flatMap(({ step, supervisor }) => {
    const of = claims.filter((claim) => nextClaimStep(claim) === step)
    const [first] = of
    if (!first || (supervisor && !staff.roles.includes('supervisor'))) return []
    const rupiah = of.reduce((sum, { amount, assessment }) => sum + (amount ?? assessment?.amount ?? 0), 0)
    const own = of.filter((claim) => notYours(claim, step, staff)).length
    return [{ kind: 'claims', step, count: of.length, rupiah, own, claimId: of.length === 1 ? first.id : null }]
  })
}

/** Four eyes: somebody else pays or settles it. */
function notYours(claim: Claim, step: ClaimStepName, { id: staffId, roles }: Staff): boolean {
  const amount = claim.amount ?? 0
  const intention =
    step === 'pay'
      ? ({ kind: 'pay', amount, method: 'cash', signed: true } as const)
      : step === 'settle'
        ? ({ kind: 'settle', reason: '-' } as const)
        : null
  return intention !== null && decideClaim(claim, intention, { staffId, roles }) !== null
}
