import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { checkPerson, letIn } from '../session/check-person.ts'

/** At the supervisor's own Loket: the answer to read out. Faults: as sign-in, override-not-allowed. */
export async function respondToChallenge(
  deps: Deps,
  input: { challenge: string; password: string },
  { staff }: Who,
): Answer<OutputOf<'override.respond'>> {
  const person = await checkPerson(deps, staff.username, input.password)
  if (!person.ok) return person
  return deps.inOneWrite(async (tx) => {
    const now = deps.clock.now()
    const allowed = await letIn(tx, person.value, now)
    if (!allowed.ok) return allowed
    const secret = await tx.settings.overrideSecret()
    if (secret === null) return fail('override-not-allowed', { means: 'challenge' })
    await tx.audit.append({ kind: 'override-answered', subject: staff.id, staffId: staff.id, at: now })
    return ok({ answer: deps.secrets.spokenAnswer(secret, input.challenge, staff.id) })
  })
}
