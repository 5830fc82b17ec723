import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { claimFactsOf } from '#shared/domain/claim/assessed-claim.ts'
import { claimIdOf } from '#shared/domain/claim/claim-rules.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { assessmentShown, assessNow, mayComeAgain } from './assess-now.ts'

/** Would compensation be due, and why? Fault: application-unknown. */
export function assessApplication(deps: Deps, { of }: ParsedInputOf<'claim.assess'>): Answer<OutputOf<'claim.assess'>> {
  return deps.reading(async (db) => {
    const application = await applicationOf(db, of)
    if (application === null) return fail('application-unknown')
    const claim = (await db.things.find('claim', claimIdOf(application.id)))?.row ?? null
    const anew = await assessNow(db, application, null, deps.clock.now())
    const again = claim !== null && mayComeAgain(claim, anew.assessment)
    const found = claim === null || again ? anew : await assessNow(db, application, claim, deps.clock.now())
    return ok({
      application: claimFactsOf(application, found),
      now: assessmentShown(found.assessment),
      claimId: claim?.id ?? null,
      again,
    })
  })
}

/** By id, by the text of its e-Kitir, or by its number in any spelling. */
const applicationOf = async (db: ReadSet, of: string) =>
  (await db.applications.find(of)) ?? (await db.applications.byCode(of)) ?? (await db.applications.byKitirNumber(of))
