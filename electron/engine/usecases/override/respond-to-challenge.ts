import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { checkPerson, letIn } from '../session/check-person.ts'
import { readSpokenChallenge } from './read-spoken-challenge.ts'
import { moved, spokenAnswer } from './spoken-code.ts'

/** At the supervisor's own Loket: the answer to read out, and until when it is worth anything. Faults: as override.read and as sign-in. */
export async function respondToChallenge(
  deps: Deps,
  { challenge, password, purpose }: ParsedInputOf<'override.respond'>,
  { staff }: Who,
): Answer<OutputOf<'override.respond'>> {
  const asked = await deps.reading((db) => readSpokenChallenge(deps, db, challenge))
  if (!asked.ok) return asked
  const person = await checkPerson(deps, { username: staff.username, password, purpose: 'signature' })
  if (!person.ok) return person
  return deps.inOneWrite(async (tx) => {
    const at = deps.clock.now()
    const allowed = await letIn(deps, tx, person.value)
    if (!allowed.ok) return allowed
    const secret = await tx.settings.overrideSecret()
    if (secret === null) return fail('override-not-allowed', { means: 'challenge' })
    const now = moved(at, (await tx.device.clockOffsetMs()) ?? 0)
    await tx.audit.append({ kind: 'override-answered', subject: asked.value.deskCode, staffId: staff.id, at })
    const answer = spokenAnswer(deps.secrets, secret, { challenge, supervisorId: staff.id, now, purpose })
    return ok({ answer, validUntil: asked.value.validUntil })
  })
}
