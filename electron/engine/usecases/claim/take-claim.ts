import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { claimNoteAct } from '#shared/domain/claim/claim-acts.ts'
import { claimIdOf } from '#shared/domain/claim/claim-rules.ts'
import { decideClaim } from '#shared/domain/claim/decide-claim.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { actBy, actOnClaim } from './claim-at-hand.ts'

/** Takes the claim of a citizen. Also one that will not be eligible: it is rejected with its reasons. Faults: see the contract. */
export function takeClaim(
  deps: Deps,
  { applicationId, claimant, complaintId }: ParsedInputOf<'claim.take'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'claim.take'>> {
  return actOnClaim(deps, who, answering, async (tx) => {
    const application = await tx.applications.find(applicationId)
    if (application === null) return fail('application-unknown')
    const known = await tx.things.find('claim', claimIdOf(applicationId))
    const refusal = decideClaim(known?.row ?? null, { kind: 'take' }, { staffId: who.staff.id, roles: who.staff.roles })
    if (refusal) return fail(refusal)
    const act = claimNoteAct(await actBy(deps, tx, who, application), { kind: 'taken', claimant, complaintId })
    return ok({ act, application })
  })
}
