import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { findClaim } from './claim-at-hand.ts'
import { claimView } from './claim-view.ts'

/** Fault: claim-unknown. */
export function getClaim(deps: Deps, { claimId }: ParsedInputOf<'claim.get'>, who: Who): Answer<OutputOf<'claim.get'>> {
  return deps.reading(async (db) => {
    const found = await findClaim(db, claimId)
    if (!found.ok) return found
    return ok(await claimView(db, found.value.claim, found.value.application, who, deps.clock.now()))
  })
}
