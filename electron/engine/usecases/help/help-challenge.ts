import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { newChallenge } from '../override/start-challenge.ts'
import { whomToHelp } from './helped.ts'

/** Digits that a supervisor elsewhere answers; what they are for is part of the answer. Faults as the contract says. */
export async function startHelpChallenge(
  deps: Deps,
  { whom, purpose }: ParsedInputOf<'help.challenge'>,
): Answer<OutputOf<'help.challenge'>> {
  if (purpose !== 'unlock' && deps.sync.online()) return fail('centre-reachable')
  const staff = await whomToHelp(deps, whom, purpose)
  if (!staff.ok) return staff
  return deps.inOneWrite(async (tx) => {
    const made = (await tx.settings.region()).override.challenge ? await newChallenge(deps, tx) : null
    if (made === null) return fail('override-not-allowed', { means: 'challenge' })
    const challengeId = deps.ids.uuid()
    const of = { cardId: staff.value.id, sessionHash: '', reason: '', tries: 0 }
    await tx.challenges.open({ id: challengeId, ...of, ...made, purpose })
    const { id: staffId } = staff.value
    await tx.audit.append({ kind: 'help-asked', subject: purpose, staffId, at: deps.clock.now() })
    return ok({ challengeId, challenge: made.challenge, validUntil: made.validUntil })
  })
}
