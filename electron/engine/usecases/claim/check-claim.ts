import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { claimNoteAct } from '#shared/domain/claim/claim-acts.ts'
import { decideClaim } from '#shared/domain/claim/decide-claim.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { assessNow } from './assess-now.ts'
import { actBy, actOnClaim, findClaim } from './claim-at-hand.ts'

/** Notes what the rules find now, with its reasons. Faults: see the contract. */
export function checkClaim(
  deps: Deps,
  { claimId, cause }: ParsedInputOf<'claim.check'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'claim.check'>> {
  return actOnClaim(deps, who, answering, async (tx) => {
    const found = await findClaim(tx, claimId)
    if (!found.ok) return found
    const { claim, application } = found.value
    const refusal = decideClaim(claim.row, { kind: 'check' }, { staffId: who.staff.id, roles: who.staff.roles })
    if (refusal) return fail(refusal)
    const { assessment } = await assessNow(tx, application, null, deps.clock.now())
    const act = claimNoteAct(await actBy(deps, tx, who, application), { kind: 'checked', assessment, cause })
    return ok({ act, application })
  })
}
