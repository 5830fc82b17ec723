import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { StaffSecretRow } from '../secret-stores.ts'
import { minutesAfter } from './session-time.ts'

export const passwordTries = 5
const lockMinutes = 15

export const emptySecret = (staffId: string): StaffSecretRow => ({
  staffId,
  verifier: null,
  onlineAt: null,
  lastSignInAt: null,
  wrongTries: 0,
  lockedUntil: null,
  pinVerifier: null,
  pinWrong: 0,
  credentialsSince: null,
  temporary: false,
  extendedUntil: null,
})

/** Until when somebody is locked out; null: not. `sure`: the time that nobody can turn. */
export const lockedUntil = (secret: StaffSecretRow | null, sure: Instant): Instant | null => {
  if (!secret?.lockedUntil || secret.lockedUntil <= sure) return null
  // Noted before the centre set the time back: never longer than a lock-out is.
  const longest = minutesAfter(sure, lockMinutes)
  if (secret.lockedUntil > longest) return longest
  return secret.lockedUntil
}

/**
 * Counts a try on disk before anything is compared, so that neither a cut of the power nor many tries at once gain one. Returns how many are left after this
 * one; fault locked-out {until}.
 */
export async function countTry(deps: Deps, staff: Pick<Staff, 'id'>): Promise<Result<number, Fault>> {
  const sure = await deps.sureNow()
  return deps.inOneWrite(async (tx) => {
    const before = (await tx.staffSecrets.find(staff.id)) ?? emptySecret(staff.id)
    const until = lockedUntil(before, sure)
    const spent = before.lockedUntil === null && before.wrongTries >= passwordTries
    if (until !== null || spent) {
      const kept = until ?? minutesAfter(sure, lockMinutes)
      await tx.staffSecrets.save({ ...before, lockedUntil: kept })
      return fail('locked-out', { until: await byTheClock(deps, sure, kept) })
    }
    // A lock-out that is over begins afresh.
    const counted = before.lockedUntil === null ? before.wrongTries : 0
    await tx.staffSecrets.save({ ...before, wrongTries: counted + 1, lockedUntil: null })
    return ok(passwordTries - counted - 1)
  })
}

/** The counted try was wrong. With the last one the lock falls. */
export async function triedWrong(deps: Deps, staff: Staff, triesLeft: number): Promise<Result<never, Fault>> {
  const sure = await deps.sureNow()
  return deps.inOneWrite(async (tx) => {
    await tx.audit.append({ kind: 'sign-in-refused', subject: staff.id, staffId: staff.id, at: deps.clock.now() })
    if (triesLeft > 0) return fail('wrong-password', { triesLeft })
    const before = (await tx.staffSecrets.find(staff.id)) ?? emptySecret(staff.id)
    const until = lockedUntil(before, sure) ?? minutesAfter(sure, lockMinutes)
    await tx.staffSecrets.save({ ...before, lockedUntil: until })
    return fail('locked-out', { until: await byTheClock(deps, sure, until) })
  })
}

/** It turned out to be no try: nothing was compared, or the password was right and something else is missing. */
export const takeBackTry = (deps: Deps, staff: Staff): Promise<void> =>
  deps.inOneWrite(async (tx) => {
    const before = await tx.staffSecrets.find(staff.id)
    if (before && before.wrongTries > 0) await tx.staffSecrets.save({ ...before, wrongTries: before.wrongTries - 1 })
  })

/** The same moment as the clock on the wall of this computer will show it. */
const byTheClock = async (deps: Deps, sure: Instant, until: Instant): Promise<Instant> =>
  new Date(Date.parse(deps.clock.now()) + Date.parse(until) - Date.parse(sure)).toISOString()
