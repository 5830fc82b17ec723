import { assertNever } from '../result.ts'
import type { Claim } from './claim.ts'

/** What a claim waits for: to be checked, decided, ordered to be paid, paid, or for its case to be settled; null: for nothing any more. */
export type ClaimStepName = 'check' | 'decide' | 'order' | 'pay' | 'settle'

/** A case goes first: nothing is paid while one is open. Pure. */
export function nextClaimStep({ state, caseId }: Claim): ClaimStepName | null {
  if (caseId !== null) return 'settle'
  switch (state) {
    case 'received':
      return 'check'
    case 'checked':
      return 'decide'
    case 'approved':
      return 'order'
    case 'awaiting-payment':
      return 'pay'
    case 'rejected':
    case 'paid':
      return null
    default:
      return assertNever(state)
  }
}
