import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { ClaimAssessment } from '#shared/domain/claim/assess-claim.ts'
import { claimDecideAct, whatDecided } from '#shared/domain/claim/claim-acts.ts'
import { claimIdOf } from '#shared/domain/claim/claim-rules.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { actSigned } from './act-signed.ts'

/** Decides about a claim of any unit, signed with the own password; the centre works it out anew and refuses what does not fit. */
export const decideCityClaim = (
  deps: Deps,
  { scope, applicationId, amount, decision, password }: ParsedInputOf<'city.decide-claim'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.decide-claim'>> =>
  actSigned(deps, { who, password }, answering, async ({ by }) => {
    const seen: ClaimAssessment = { outcome: 'eligible', reasons: [], amount, days: 0 }
    const act = claimDecideAct({ id: deps.ids.uuid(), applicationId, by }, whatDecided(decision, seen))
    return ok({ act, scope, subject: claimIdOf(applicationId), told: {} })
  })
