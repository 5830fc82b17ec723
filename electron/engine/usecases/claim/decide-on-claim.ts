import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Claim } from '#shared/domain/claim/claim.ts'
import { type ClaimDecision, claimDecideAct, whatDecided } from '#shared/domain/claim/claim-acts.ts'
import { intentionOf } from '#shared/domain/claim/claim-rules.ts'
import { type ClaimRefusal, decideClaim } from '#shared/domain/claim/decide-claim.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'
import { assessNow } from './assess-now.ts'
import { actBy, actOnClaim, findClaim } from './claim-at-hand.ts'

/** A supervisor's decision: shown at once as waiting, and undone on the screen if the centre refuses it. Faults: see the contract. */
export function decideOnClaim(
  deps: Deps,
  { claimId, decision }: ParsedInputOf<'claim.decide'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'claim.decide'>> {
  return actOnClaim(deps, who, answering, async (tx) => {
    const found = await findClaim(tx, claimId)
    if (!found.ok) return found
    const { claim, application } = found.value
    const act = claimDecideAct(await actBy(deps, tx, who, application), whatDecided(decision, claim.row.assessment))
    const actor = { staffId: who.staff.id, roles: who.staff.roles }
    const refusal =
      decideClaim(claim.row, intentionOf(act.payload), actor) ??
      (await refusedByNow(deps, tx, claim.row, application, decision))
    return refusal ? fail(refusal) : ok({ act, application })
  })
}

/** Worked out again before an approval: what the register says by now, or what grew since the check, counts. */
async function refusedByNow(
  deps: Deps,
  tx: WriteSet,
  claim: Claim,
  application: Application,
  decision: ClaimDecision,
): Promise<ClaimRefusal | null> {
  if (decision.kind !== 'approve') return null
  const { assessment } = await assessNow(tx, application, null, deps.clock.now())
  if (assessment.outcome === 'not-eligible') return 'not-eligible'
  if (assessment.amount !== claim.assessment?.amount) return 'amount-differs'
  return assessment.outcome === 'needs-supervisor' && !decision.reason?.trim() ? 'reason-missing' : null
}
