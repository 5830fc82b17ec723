import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { signatureAt } from '../case/case-signatures.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'

/** What was signed for each payment in cash. Fault: claim-unknown. */
export async function claimSignatures(
  deps: Deps,
  { claimId }: ParsedInputOf<'claim.signatures'>,
): Answer<OutputOf<'claim.signatures'>> {
  const claim = (await deps.reading((db) => db.things.find('claim', claimId)))?.row
  if (!claim) return fail('claim-unknown')
  const signed = claim.happenings.flatMap((one) =>
    one.kind === 'paid' && one.signature !== null ? [{ paymentId: one.id, hash: one.signature }] : [],
  )
  return ok(
    await Promise.all(signed.map(async ({ paymentId, hash }) => ({ paymentId, ...(await signatureAt(deps, hash)) }))),
  )
}
