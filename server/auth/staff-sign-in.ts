import type { z } from 'zod'
import type { staffSignInAnswer } from '#shared/contract/sync/protocol.ts'
import { type Centre, instantOf } from '../centre.ts'
import type { Device } from './device.ts'
import { forgetTries, provenAccount, type Typed, takeBackTry } from './proven-account.ts'
import { hasFactor, mustAddFactor, requireFactor } from './second-factor.ts'
import { type Account, type Term, updateAccount } from './staff-account.ts'

/**
 * Checks a person's password for a device of the person's scope, and the second factor where there is one. Throws 403 `wrong-password`, `staff-inactive`,
 * `second-factor-required` or `second-factor-wrong`, 429 `locked-out` with the seconds to wait.
 */
export async function signIn(
  centre: Centre,
  device: Device,
  typed: Typed,
): Promise<z.output<typeof staffSignInAnswer>> {
  const { account, term } = await provenAccount(centre, device, typed)
  const tried = [centre, device.homeScope, account.username] as const
  // Who knows the password alone must not be able to forget what was tried at the second factor.
  if (hasFactor(account) && (typed.again || !typed.code)) await takeBackTry(...tried)
  if (hasFactor(account) && !typed.again) await requireFactor(centre, account, typed.code)
  if (!hasFactor(account) || !typed.again) await forgetTries(...tried)
  await updateAccount(centre.db, account, { last_sign_in_at: instantOf(centre.now()) })
  return { staffId: account.staff_id, ...standingOf(centre, account, term) }
}

/** What the person must do before any work, and since when the password holds. */
export const standingOf = (centre: Centre, account: Account, term: Term) => ({
  must: account.must_change
    ? ('password' as const)
    : mustAddFactor(centre, account, term)
      ? ('second-factor' as const)
      : null,
  credentialsSince: account.since,
})
