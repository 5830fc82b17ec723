import { assertNever } from '../result.ts'
import type { ClaimFlag, ClaimHappening, ClaimState } from './claim.ts'

export interface ClaimStep {
  readonly state: ClaimState
  /** null: as it should be. */
  readonly flag: ClaimFlag | null
}

const to = (state: ClaimState, flag: ClaimFlag | null = null): ClaimStep => ({ state, flag })

/**
 * The state machine: every state and every happening. It refuses nothing: what should not have happened leaves the state as it is and raises a flag, but money
 * that was paid is paid. Nothing leads out of `paid`.
 */
export function claimStateAfter(state: ClaimState, happening: ClaimHappening): ClaimStep {
  switch (happening.kind) {
    case 'taken':
      return to(state, 'taken-twice')
    case 'checked':
      return state === 'received' || state === 'checked' ? to('checked') : to(state, 'out-of-order')
    case 'approved':
      return afterDecision(state, 'approved')
    case 'rejected':
      return afterDecision(state, 'rejected')
    case 'payment-ordered':
      return afterOrder(state)
    case 'paid':
      return afterPayment(state)
    case 'incident-registered':
      return afterChange(state, 'incident-after-decision')
    case 'calendar-changed':
      return afterChange(state, 'calendar-after-decision')
    case 'case-settled':
      return to(happening.outcome === 'check-anew' && state !== 'paid' ? 'received' : state)
    default:
      return assertNever(happening)
  }
}

function afterDecision(state: ClaimState, decision: 'approved' | 'rejected'): ClaimStep {
  switch (state) {
    case 'checked':
      return to(decision)
    case 'received':
      return to(state, 'out-of-order')
    case 'approved':
    case 'rejected':
    case 'awaiting-payment':
    case 'paid':
      return to(state, 'second-decision')
    default:
      return assertNever(state)
  }
}

function afterOrder(state: ClaimState): ClaimStep {
  switch (state) {
    case 'approved':
    case 'awaiting-payment':
      return to('awaiting-payment')
    case 'received':
    case 'checked':
    case 'rejected':
    case 'paid':
      return to(state, 'out-of-order')
    default:
      return assertNever(state)
  }
}

function afterPayment(state: ClaimState): ClaimStep {
  switch (state) {
    case 'awaiting-payment':
      return to('paid')
    case 'approved':
      return to('paid', 'paid-without-order')
    case 'received':
    case 'checked':
      return to('paid', 'paid-without-approval')
    case 'rejected':
      return to('paid', 'paid-though-rejected')
    case 'paid':
      return to('paid', 'paid-twice')
    default:
      return assertNever(state)
  }
}

/** The centre's register or calendar says something else since. */
function afterChange(state: ClaimState, flag: ClaimFlag): ClaimStep {
  switch (state) {
    case 'received':
      return to(state)
    case 'checked':
      return to('received', 'check-outdated')
    case 'approved':
    case 'rejected':
    case 'awaiting-payment':
    case 'paid':
      return to(state, flag)
    default:
      return assertNever(state)
  }
}
