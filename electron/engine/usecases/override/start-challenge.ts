import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { minutesAfter } from '../session/check-person.ts'
import { codeDigits, codeMinutes } from './spoken-code.ts'

/** Makes the code that the clerk reads out. Faults: card-unknown, override-not-allowed (also where the centre gave no secret). */
export async function startChallenge(
  deps: Deps,
  input: { cardId: string; reason: string },
  who: Who,
  answering: Answering,
): Answer<OutputOf<'override.challenge'>> {
  return answering(async (tx) => {
    if (!(await tx.cards.find(input.cardId))) return fail('card-unknown')
    const { challenge: allowed } = (await tx.settings.region()).override
    if (!allowed || (await tx.settings.overrideSecret()) === null)
      return fail('override-not-allowed', { means: 'challenge' })
    const opened = {
      id: deps.ids.uuid(),
      cardId: input.cardId,
      sessionHash: who.session.tokenHash,
      challenge: deps.secrets.digits(codeDigits),
      reason: input.reason,
      validUntil: minutesAfter(deps.clock.now(), codeMinutes),
      tries: 0,
    }
    await tx.challenges.open(opened)
    return ok({ challengeId: opened.id, challenge: opened.challenge, validUntil: opened.validUntil })
  })
}
