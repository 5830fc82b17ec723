import type { Act } from '../act/acts.ts'
import type { DoneBy } from '../movement/movement.ts'
import { assertNever } from '../result.ts'
import type { ClaimAssessment } from './assess-claim.ts'
import type { ClaimDecided, ClaimNoted } from './claim-rules.ts'
import { claimIdOf } from './claim-rules.ts'

/** Who did what to which claim; `id` is the happening's own, final for ever. */
export interface ClaimActOf {
  readonly id: string
  readonly applicationId: string
  readonly by: DoneBy
}

type Without<T> = T extends unknown ? Omit<T, 'id' | 'claimId' | 'applicationId' | keyof DoneBy> : never

/** What a desk did: taken, checked or paid. */
export type WhatNoted = Without<ClaimNoted>
/** What a supervisor decided, here or, online, about a claim of any kelurahan. */
export type WhatDecided = Without<ClaimDecided>

/** The act of a desk, ready to be sealed. Pure. */
export function claimNoteAct(of: ClaimActOf, what: WhatNoted): Extract<Act, { type: 'claim.note' }> {
  return { type: 'claim.note', payload: { ...head(of), ...what } }
}

/** The act of a supervisor, ready to be sealed or sent. Pure. */
export function claimDecideAct(of: ClaimActOf, what: WhatDecided): Extract<Act, { type: 'claim.decide' }> {
  return { type: 'claim.decide', payload: { ...head(of), ...what } }
}

const head = ({ id, applicationId, by }: ClaimActOf) => ({
  id,
  claimId: claimIdOf(applicationId),
  applicationId,
  at: by.at,
  staffId: by.staffId,
  staffName: by.staffName,
  staffCode: by.staffCode,
  deviceCode: by.deviceCode,
})

/** What a supervisor asks for, as a screen says it; a reason may be left out only where the check found the claim eligible. */
export type ClaimDecision =
  | { readonly kind: 'approve'; readonly reason: string | null }
  | { readonly kind: 'reject'; readonly reason: string }
  | { readonly kind: 'order-payment' }
  | { readonly kind: 'settle'; readonly outcome: 'stands' | 'check-anew'; readonly reason: string }

/** What is decided of a claim that was assessed so: the amount of an approval is the one worked out. Pure. */
export function whatDecided(decision: ClaimDecision, assessment: ClaimAssessment | null): WhatDecided {
  switch (decision.kind) {
    case 'approve':
      return { kind: 'approved', amount: assessment?.amount ?? 0, reason: decision.reason }
    case 'reject':
      return { kind: 'rejected', reason: decision.reason }
    case 'order-payment':
      return { kind: 'payment-ordered' }
    case 'settle':
      return { kind: 'case-settled', outcome: decision.outcome, reason: decision.reason }
    default:
      return assertNever(decision)
  }
}
