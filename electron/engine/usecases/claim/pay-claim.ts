import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { claimNoteAct } from '#shared/domain/claim/claim-acts.ts'
import { decideClaim } from '#shared/domain/claim/decide-claim.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { pngBytes } from '../handover/png-bytes.ts'
import { paperNumber } from '../paper-number.ts'
import { actBy, actOnClaim, findClaim } from './claim-at-hand.ts'

/** The money was given: payment, signature, number of the kuitansi and the claim's new state commit together or not at all. Faults: see the contract. */
export async function payClaim(
  deps: Deps,
  { claimId, amount, method, signature }: ParsedInputOf<'claim.pay'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'claim.pay'>> {
  const ink = signature === null ? null : pngBytes(signature)
  return actOnClaim(deps, who, answering, async (tx) => {
    const found = await findClaim(tx, claimId)
    if (!found.ok) return found
    const { claim, application } = found.value
    const actor = { staffId: who.staff.id, roles: who.staff.roles }
    const refusal = decideClaim(claim.row, { kind: 'pay', amount, method, signed: ink !== null }, actor)
    if (refusal) return fail(refusal)
    const of = await actBy(deps, tx, who, application)
    const receiptNumber = await paperNumber(tx, 'KWT', of.by.at, (counter) => tx.numbers.next(counter))
    const signed = ink && (await tx.blobs.put(ink, 'image/png'))
    return ok({
      act: claimNoteAct(of, { kind: 'paid', amount, method, receiptNumber, signature: signed }),
      application,
    })
  })
}
