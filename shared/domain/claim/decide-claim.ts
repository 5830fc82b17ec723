import { assertNever } from '../result.ts'
import type { Role } from '../staff/staff.ts'
import type { Claim, ClaimState } from './claim.ts'
import { cameTooEarly, everDid } from './claim-people.ts'

/** What somebody wants to do with a claim. */
export type ClaimIntention =
  | { readonly kind: 'take' }
  | { readonly kind: 'check' }
  | { readonly kind: 'approve'; readonly amount: number; readonly reason: string | null }
  | { readonly kind: 'reject'; readonly reason: string }
  | { readonly kind: 'order-payment' }
  | { readonly kind: 'pay'; readonly amount: number; readonly method: 'cash' | 'transfer'; readonly signed: boolean }
  | { readonly kind: 'settle'; readonly reason: string }

export type ClaimRefusal =
  | 'already-claimed'
  | 'claim-unknown'
  | 'already-paid'
  | 'already-decided'
  | 'claim-wrong-state'
  | 'claim-case-open'
  | 'claim-no-case'
  | 'supervisor-only'
  | 'own-claim'
  | 'not-eligible'
  | 'amount-differs'
  | 'reason-missing'
  | 'checked-by-you'
  | 'approved-by-you'
  | 'signature-missing'

export interface ClaimActor {
  readonly staffId: string
  readonly roles: readonly Role[]
}

/** May this be done now by this person? null = yes. `claim` is the one of the application, null when there is none. Pure. */
export function decideClaim(claim: Claim | null, intention: ClaimIntention, who: ClaimActor): ClaimRefusal | null {
  if (intention.kind === 'take') return claim === null || cameTooEarly(claim) ? null : 'already-claimed'
  if (claim === null) return 'claim-unknown'
  switch (intention.kind) {
    case 'check':
      return refuseState(claim, 'received', 'checked')
    case 'approve':
      return refuseSupervisor(who) ?? refuseApproval(claim, intention, who)
    case 'reject':
      return refuseSupervisor(who) ?? refuseDecided(claim) ?? refuseReason(intention.reason)
    case 'order-payment':
      return refuseSupervisor(who) ?? refuseState(claim, 'approved') ?? refuseOpenCase(claim)
    case 'pay':
      return refusePayment(claim, intention, who)
    case 'settle':
      return refuseSupervisor(who) ?? refuseSettling(claim, intention.reason, who)
    default:
      return assertNever(intention)
  }
}

function refuseState({ state }: Claim, ...wanted: readonly ClaimState[]): ClaimRefusal | null {
  if (wanted.includes(state)) return null
  return state === 'paid' ? 'already-paid' : 'claim-wrong-state'
}

const decided: readonly ClaimState[] = ['approved', 'rejected', 'awaiting-payment']

/** The first decision stands. */
const refuseDecided = (claim: Claim): ClaimRefusal | null =>
  decided.includes(claim.state) ? 'already-decided' : refuseState(claim, 'checked')

const refuseSupervisor = ({ roles }: ClaimActor): ClaimRefusal | null =>
  roles.includes('supervisor') ? null : 'supervisor-only'

const refuseReason = (reason: string | null): ClaimRefusal | null => (reason?.trim() ? null : 'reason-missing')

const refuseOpenCase = ({ caseId }: Claim): ClaimRefusal | null => (caseId === null ? null : 'claim-case-open')

/** Whoever paid, or approved what he took himself, is what the case is about: another supervisor judges it. */
function refuseSettling(claim: Claim, reason: string, { staffId }: ClaimActor): ClaimRefusal | null {
  if (claim.caseId === null) return 'claim-no-case'
  const ownApproval = everDid(claim, 'taken', staffId) && everDid(claim, 'approved', staffId)
  return ownApproval || everDid(claim, 'paid', staffId) ? 'own-claim' : refuseReason(reason)
}

function refuseApproval(
  claim: Claim,
  { amount, reason }: ClaimIntention & { kind: 'approve' },
  { staffId }: ClaimActor,
): ClaimRefusal | null {
  const refusal = refuseDecided(claim) ?? refuseOpenCase(claim)
  if (refusal) return refusal
  if (claim.takenBy === staffId) return 'own-claim'
  const found = claim.assessment
  if (found === null || found.outcome === 'not-eligible') return 'not-eligible'
  if (found.amount !== amount) return 'amount-differs'
  return found.outcome === 'needs-supervisor' ? refuseReason(reason) : null
}

function refusePayment(
  claim: Claim,
  { amount, method, signed }: ClaimIntention & { kind: 'pay' },
  { staffId }: ClaimActor,
): ClaimRefusal | null {
  const refusal = refuseState(claim, 'awaiting-payment') ?? refuseOpenCase(claim)
  if (refusal) return refusal
  if (everDid(claim, 'checked', staffId)) return 'checked-by-you'
  if (claim.decidedBy === staffId) return 'approved-by-you'
  if (claim.amount !== amount) return 'amount-differs'
  return method === 'cash' && !signed ? 'signature-missing' : null
}
