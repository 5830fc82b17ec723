import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import type { WriteSet } from '../stores.ts'
import { checkPerson, letIn } from './check-person.ts'
import { checkUnlockPin } from './check-unlock-pin.ts'

/** Opens the screen lock of the same person, by PIN or password. Faults as sign-in, and pin-wrong {triesLeft}, pin-spent, pin-not-set. */
export async function unlock(
  deps: Deps,
  input: ParsedInputOf<'session.unlock'>,
  { staff, session }: Who,
): Answer<Record<string, never>> {
  const open = (tx: WriteSet) => tx.sessions.setLocked(session.tokenHash, false)
  if ('pin' in input) {
    const right = await checkUnlockPin(deps, staff, input.pin)
    if (!right.ok) return right
    await deps.inOneWrite(open)
  } else {
    const person = await checkPerson(deps, { username: staff.username, password: input.password, purpose: 'unlock' })
    if (!person.ok) return person
    const allowed = await deps.inOneWrite(async (tx) => {
      const entered = await letIn(deps, tx, person.value)
      if (entered.ok) await open(tx)
      return entered
    })
    if (!allowed.ok) return allowed
  }
  deps.presence.touch(session.tokenHash)
  return ok({})
}
