import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { unlockPinFault } from '#shared/domain/staff/unlock-pin.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { checkPerson, letIn } from './check-person.ts'

/** The PIN of the lock screen on this device, in place of any before. Signed with the password. Faults: pin-unfit {why}, those of sign-in. */
export async function setUnlockPin(
  deps: Deps,
  { password, pin }: ParsedInputOf<'session.set-pin'>,
  { staff }: Who,
): Answer<Record<string, never>> {
  const why = unlockPinFault(pin)
  if (why !== null) return fail('pin-unfit', { why })
  const person = await checkPerson(deps, { username: staff.username, password, purpose: 'signature' })
  if (!person.ok) return person
  const pinVerifier = await deps.passwords.makeVerifier(pin)
  const kept = await deps.inOneWrite(async (tx) => {
    const allowed = await letIn(deps, tx, { ...person.value, news: { ...person.value.news, pinVerifier } })
    if (!allowed.ok) return allowed
    await tx.audit.append({ kind: 'pin-set', subject: staff.id, staffId: staff.id, at: deps.clock.now() })
    return ok({})
  })
  deps.announce('staff')
  return kept
}
