import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Application } from '#shared/domain/application/application.ts'
import { claimFactsOf } from '#shared/domain/claim/assessed-claim.ts'
import type { Claim, ClaimHappening } from '#shared/domain/claim/claim.ts'
import { standingTaking } from '#shared/domain/claim/claim-people.ts'
import { claimCaseIdOf } from '#shared/domain/claim/claim-rules.ts'
import { actorOf, claimantOf, historyOf, paymentsOf } from '#shared/domain/claim/claim-told.ts'
import { type ClaimIntention, decideClaim } from '#shared/domain/claim/decide-claim.ts'
import { likelyCause } from '#shared/domain/claim/late-cause.ts'
import { type ClaimStepName, nextClaimStep } from '#shared/domain/claim/next-step.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Who } from '../deps.ts'
import type { ReadSet, Seen } from '../stores.ts'
import { assessmentShown, assessNow, mayComeAgain } from './assess-now.ts'
import { copyCounter } from './copy-counter.ts'

type View = OutputOf<'claim.get'>
type Line = OutputOf<'claim.list'>['rows'][number]

/** One line of the list; the application may not be here (a row that came before it). */
export function claimLine({ row, centre }: Seen<Claim>, application: Application | null): Line {
  return {
    claimId: row.id,
    applicationId: row.applicationId,
    kitirNumber: application?.kitirNumber ?? '',
    applicantName: application?.applicantName ?? '',
    state: row.state,
    amount: row.amount ?? row.assessment?.amount ?? 0,
    at: row.happenings.at(-1)?.at ?? '1970-01-01T00:00:00.000Z',
    case: row.caseId !== null,
    centre,
  }
}

/** Everything the screen shows of one claim, for who asks. */
export async function claimView(
  db: ReadSet,
  seen: Seen<Claim>,
  application: Application,
  { staff }: Who,
  now: Instant,
): Promise<View> {
  const claim = seen.row
  const found = await assessNow(db, application, null, now)
  const next = nextClaimStep(claim)
  return {
    ...claimLine(seen, application),
    application: claimFactsOf(application, found),
    cause: claim.cause,
    likelyCause: likelyCause(application.status),
    claimant: claimantOf(claim),
    checkedAs: claim.assessment && assessmentShown(claim.assessment),
    now: assessmentShown(found.assessment),
    ...peopleOf(claim),
    flags: [...claim.flags],
    openCase: await openCaseOf(db, claim),
    history: historyOf(claim),
    next,
    mayNot: next && decideClaim(claim, intentionFor(next, claim), { staffId: staff.id, roles: staff.roles }),
    again: mayComeAgain(claim, found.assessment),
    nextCopy: await nextCopyOf(db, claim, claim.paymentId),
  }
}

/** Those whose act stands. */
function peopleOf(claim: Claim): Pick<View, 'taken' | 'checked' | 'decided' | 'paid'> {
  const by = (kind: ClaimHappening['kind'], staffId: string | null) =>
    claim.happenings.findLast((one) => one.kind === kind && one.staffId === staffId) ?? null
  const taken = standingTaking(claim)
  const checked = by('checked', claim.checkedBy)
  const decided = by('approved', claim.decidedBy) ?? by('rejected', claim.decidedBy)
  const paid = claim.happenings.find(({ id }) => id === claim.paymentId)
  return {
    taken: taken && actorOf(taken),
    checked: checked && actorOf(checked),
    decided:
      decided?.kind === 'approved' || decided?.kind === 'rejected'
        ? { ...actorOf(decided), outcome: decided.kind, reason: decided.reason }
        : null,
    paid:
      paid?.kind === 'paid'
        ? { ...actorOf(paid), receiptNumber: paid.receiptNumber, method: paid.method, amount: paid.amount }
        : null,
  }
}

const nextCopyOf = async (db: ReadSet, claim: Claim, paymentId: string | null) =>
  (await copyCounter(db, claim, paymentId, (counter) => db.numbers.peek(counter))).copy

async function openCaseOf(db: ReadSet, claim: Claim): Promise<View['openCase']> {
  if (claim.caseId === null) return null
  const file = (await db.things.find('claim-case', claimCaseIdOf(claim.applicationId)))?.row
  const openedAt = file?.openedAt ?? claim.happenings.at(-1)?.at ?? ''
  return { openedAt, reasons: [...(file?.reasons ?? claim.flags)], payments: await paymentsShown(db, claim) }
}

const paymentsShown = (db: ReadSet, claim: Claim) =>
  Promise.all(paymentsOf(claim).map(async (one) => ({ ...one, nextCopy: await nextCopyOf(db, claim, one.paymentId) })))

/** The step as `decideClaim` judges it; what the form will ask for counts as given. */
function intentionFor(step: ClaimStepName, claim: Claim): ClaimIntention {
  const amount = claim.amount ?? claim.assessment?.amount ?? 0
  switch (step) {
    case 'check':
      return { kind: 'check' }
    case 'decide':
      return claim.assessment?.outcome === 'not-eligible'
        ? { kind: 'reject', reason: '-' }
        : { kind: 'approve', amount, reason: '-' }
    case 'order':
      return { kind: 'order-payment' }
    case 'pay':
      return { kind: 'pay', amount, method: 'cash', signed: true }
    case 'settle':
      return { kind: 'settle', reason: '-' }
  }
}
