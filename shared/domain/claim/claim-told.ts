import type { Claim, ClaimHappening } from './claim.ts'
import { standingTaking } from './claim-people.ts'

/** Who did one thing to a claim, and when. */
export const actorOf = ({ staffId, staffName, staffCode, at }: ClaimHappening) => ({
  staffId,
  name: staffName,
  code: staffCode,
  at,
})

/** Who asks for the compensation; null: the claim was never taken. */
export function claimantOf(claim: Pick<Claim, 'happenings' | 'takenBy'>) {
  const taken = standingTaking(claim)
  return taken && { name: taken.claimant.name, relation: taken.claimant.relation }
}

/** Every payment that there was; at most one stands. */
export const paymentsOf = ({ happenings, paymentId }: Pick<Claim, 'happenings' | 'paymentId'>) =>
  happenings.flatMap((one) =>
    one.kind === 'paid'
      ? [
          {
            ...actorOf(one),
            paymentId: one.id,
            receiptNumber: one.receiptNumber,
            deviceCode: one.deviceCode,
            stands: one.id === paymentId,
          },
        ]
      : [],
  )

/** All that happened, oldest first; `note`: what is worth reading of it beside who and when. */
export const historyOf = ({ happenings }: Pick<Claim, 'happenings'>) =>
  happenings.map((one) => ({ ...actorOf(one), id: one.id, kind: one.kind, note: noteOf(one) }))

function noteOf(one: ClaimHappening): string {
  switch (one.kind) {
    case 'paid':
      return one.receiptNumber
    case 'approved':
      return one.reason ?? ''
    case 'rejected':
    case 'case-settled':
      return one.reason
    default:
      return ''
  }
}
