import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import { unlockPinTries } from '#shared/domain/staff/unlock-pin.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { isOfNow, nobodysVerifier } from './check-person.ts'
import { emptySecret, lockedUntil } from './tries.ts'

/**
 * Is this the PIN that the person set on this device? A try is counted on disk before it is compared, and takes the same work whatever there is to compare
 * with. Faults: pin-wrong {triesLeft}, pin-spent (after three, until the password was right), pin-not-set, locked-out {until}.
 */
export async function checkUnlockPin(deps: Deps, staff: Staff, pin: string): Promise<Result<null, Fault>> {
  const counted = await countPinTry(deps, staff)
  const right = await deps.passwords.matches(counted.ok ? counted.value.verifier : nobodysVerifier, pin)
  if (!counted.ok) return counted
  return deps.inOneWrite(async (tx) => {
    const before = await tx.staffSecrets.find(staff.id)
    if (right && before) {
      await tx.staffSecrets.save({ ...before, pinWrong: 0 })
      return ok(null)
    }
    const at = deps.clock.now()
    await tx.audit.append({ kind: 'unlock-refused', subject: staff.id, staffId: staff.id, at })
    const { triesLeft } = counted.value
    return triesLeft > 0 ? fail('pin-wrong', { triesLeft }) : fail('pin-spent')
  })
}

async function countPinTry(
  deps: Deps,
  staff: Staff,
): Promise<Result<{ readonly verifier: string; readonly triesLeft: number }, Fault>> {
  const sure = await deps.sureNow()
  return deps.inOneWrite(async (tx) => {
    const before = (await tx.staffSecrets.find(staff.id)) ?? emptySecret(staff.id)
    const until = lockedUntil(before, sure)
    if (until !== null) return fail('locked-out', { until })
    if (before.pinVerifier === null || !isOfNow(before, staff)) return fail('pin-not-set')
    if (before.pinWrong >= unlockPinTries) return fail('pin-spent')
    const pinWrong = before.pinWrong + 1
    await tx.staffSecrets.save({ ...before, pinWrong })
    return ok({ verifier: before.pinVerifier, triesLeft: unlockPinTries - pinWrong })
  })
}
