import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { findClaim } from './claim-at-hand.ts'
import { copyCounter } from './copy-counter.ts'

/** Counts a kuitansi that came out, once however often it is told: what comes next is a copy. Fault: claim-unknown. */
export async function receiptCameOut(
  deps: Deps,
  { claimId, copy, paymentId }: ParsedInputOf<'claim.receipt-out'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'claim.receipt-out'>> {
  const answer = await answering(async (tx) => {
    const found = await findClaim(tx, claimId)
    if (!found.ok) return found
    const claim = found.value.claim.row
    const payment = paymentId ?? claim.paymentId
    const next = await copyCounter(tx, claim, payment, (counter) => tx.numbers.peek(counter))
    if (next.copy !== copy) return ok({ nextCopy: next.copy })
    await copyCounter(tx, claim, payment, (counter) => tx.numbers.next(counter))
    const at = deps.clock.now()
    await tx.audit.append({ kind: 'reprint', subject: `${claimId} ${copy}`, staffId: staff.id, at })
    return ok({ nextCopy: copy + 1 })
  })
  if (answer.ok) deps.announce('thing:claim')
  return answer
}
