import { assertNever } from '../result.ts'
import type { Instant } from '../time.ts'
import type { Claim, ClaimCase, ClaimFlag, ClaimHappening } from './claim.ts'
import { cameTooEarly, everDid } from './claim-people.ts'
import { type ClaimStep, claimStateAfter } from './claim-state.ts'

export interface BeforeClaim {
  /** The one claim of the happening's application. */
  readonly claim: Claim | null
  readonly openCase: ClaimCase | null
}

/** What the place that applies the happening knows besides it. `acceptedAt` null: on the device, before the centre answered. */
export interface ClaimSeen {
  readonly scope: string
  readonly acceptedAt: Instant | null
  /** Id for a new case, should one be needed. */
  readonly caseId: string
  /** Might this person do it? What happened all the same is kept, and a case. */
  readonly permitted: boolean
  /** Is there such an application? What is claimed on none is kept, and a case. */
  readonly applicationKnown: boolean
}

export interface AfterClaim {
  readonly claim: Claim
  /** Open or just settled; null when there is none. */
  readonly case: ClaimCase | null
  readonly verdict: 'applied' | 'conflict'
  /** Why a person must look at it; null when nobody must. */
  readonly code: ClaimFlag | null
}

/** Two people said different things: the first stands. */
const contested = new Set<ClaimFlag>(['taken-twice', 'second-decision', 'paid-twice'])

/** What the world is after something happened to a claim. Never refuses and forgets nothing. Pure; applying the same happening again changes nothing. */
export function applyClaim(before: BeforeClaim, happening: ClaimHappening, seen: ClaimSeen): AfterClaim {
  const { openCase } = before
  if (before.claim?.happenings.some(({ id }) => id === happening.id))
    return { claim: before.claim, case: openCase, verdict: 'applied', code: null }
  const claim = before.claim ?? unknownClaim(happening, seen)
  const step = stepOf(claim, happening)
  const next = { ...record(claim, happening, step), happenings: [...claim.happenings, happening] }
  const raised = [
    ...(seen.applicationKnown ? [] : ['application-unknown' as const]),
    ...raisedBy(claim, next, happening, step),
    ...(seen.permitted ? [] : ['not-permitted' as const]),
  ]
  const file = fileAfter(openCase, raised, next, happening, seen)
  const verdict = raised.some((flag) => contested.has(flag)) ? 'conflict' : 'applied'
  return {
    claim: {
      ...next,
      flags: [...new Set([...claim.flags, ...raised])],
      caseId: file?.state === 'open' ? file.id : null,
    },
    case: file,
    verdict,
    code: raised[0] ?? null,
  }
}

const unknownClaim = ({ claimId, applicationId }: ClaimHappening, { scope }: ClaimSeen): Claim => ({
  id: claimId,
  scope,
  applicationId,
  state: 'received',
  takenBy: null,
  checkedBy: null,
  decidedBy: null,
  paidBy: null,
  assessment: null,
  cause: null,
  amount: null,
  paymentId: null,
  flags: [],
  happenings: [],
  caseId: null,
})

function stepOf(claim: Claim, happening: ClaimHappening): ClaimStep {
  // The taking may arrive after what followed it.
  if (happening.kind === 'taken' && claim.takenBy === null && claim.id === happening.claimId)
    return { state: claim.state, flag: null }
  if (happening.kind === 'taken' && cameTooEarly(claim)) return { state: 'received', flag: null }
  const step = claimStateAfter(claim.state, happening)
  if (happening.kind === 'approved' && step.flag === null && happening.staffId === claim.takenBy)
    return { state: claim.state, flag: 'approved-by-taker' }
  return step
}

/** The claim with what the happening changed; what is contested or should not have been changes nothing but the list. */
function record(claim: Claim, happening: ClaimHappening, { state, flag }: ClaimStep): Claim {
  const by = happening.staffId
  switch (happening.kind) {
    case 'taken':
      return flag ? claim : { ...(state === claim.state ? claim : begun(claim)), state, takenBy: by }
    case 'checked':
      return flag ? claim : { ...claim, state, checkedBy: by, assessment: happening.assessment, cause: happening.cause }
    case 'approved':
      return flag ? claim : { ...claim, state, decidedBy: by, amount: happening.amount }
    case 'rejected':
      return flag ? claim : { ...claim, state, decidedBy: by }
    case 'paid':
      return flag === 'paid-twice' ? claim : { ...claim, state, paidBy: by, paymentId: happening.id }
    case 'payment-ordered':
      return { ...claim, state }
    case 'incident-registered':
    case 'calendar-changed':
      return { ...claim, state }
    case 'case-settled':
      return state === claim.state ? claim : { ...claim, state, checkedBy: null, decidedBy: null, amount: null }
    default:
      return assertNever(happening)
  }
}

/** Taken again after it came too early: what was found then no longer counts. */
const begun = (claim: Claim): Claim => ({
  ...claim,
  checkedBy: null,
  decidedBy: null,
  assessment: null,
  cause: null,
  amount: null,
})

function raisedBy(before: Claim, after: Claim, happening: ClaimHappening, { flag }: ClaimStep): ClaimFlag[] {
  const raised = flag ? [flag] : []
  if (before.happenings.length === 0 && happening.kind !== 'taken') raised.push('not-taken')
  if (happening.kind === 'paid' && after.amount !== null && happening.amount !== after.amount)
    raised.push('amount-differs')
  if (happening.kind === 'paid' && before.caseId !== null && flag === null) raised.push('paid-while-case-open')
  return [...raised, ...fourEyes(after).filter((one) => !fourEyes(before).includes(one))]
}

function fourEyes(claim: Claim): ClaimFlag[] {
  const { takenBy, decidedBy, paidBy, amount } = claim
  const flags: ClaimFlag[] = []
  if (amount !== null && decidedBy !== null && decidedBy === takenBy) flags.push('approved-by-taker')
  if (everDid(claim, 'checked', paidBy)) flags.push('checked-and-paid-by-one')
  if (paidBy !== null && paidBy === decidedBy) flags.push('approved-and-paid-by-one')
  return flags
}

function fileAfter(
  open: ClaimCase | null,
  raised: readonly ClaimFlag[],
  { id, scope, applicationId, paymentId }: Claim,
  happening: ClaimHappening,
  seen: ClaimSeen,
): ClaimCase | null {
  if (happening.kind === 'case-settled') return open && settledCase(open, happening, seen)
  const reasons = raised.filter((flag) => flag !== 'check-outdated')
  if (reasons.length === 0) return open
  const first = happening.kind === 'paid' && paymentId !== null ? [paymentId] : []
  const openedAt = seen.acceptedAt ?? happening.at
  const file = open ?? { id: seen.caseId, scope, applicationId, claimId: id, state: 'open', openedAt }
  return {
    ...file,
    reasons: [...new Set([...(open?.reasons ?? []), ...reasons])],
    happeningIds: [...new Set([...(open?.happeningIds ?? []), ...first, happening.id])],
  }
}

function settledCase(
  open: ClaimCase,
  { at, staffId, staffName, staffCode, outcome, reason }: ClaimHappening & { kind: 'case-settled' },
  { acceptedAt }: ClaimSeen,
): ClaimCase {
  const settled = { settledAt: acceptedAt ?? at, staffId, staffName, staffCode, outcome, reason }
  return { ...open, state: 'settled', settled }
}
