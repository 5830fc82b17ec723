import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { type Fault, outOfReach } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { emptySecret } from './tries.ts'

/** A new secret for the authenticator of a supervisor or administrator. Nothing of it is kept on this device. */
export async function beginSecondFactor(
  deps: Deps,
  { password, code }: ParsedInputOf<'session.begin-second-factor'>,
  { staff }: Who,
): Answer<OutputOf<'session.begin-second-factor'>> {
  return orOnlineOnly(await deps.centre.beginSecondFactor({ username: staff.username, password, code }))
}

/** The authenticator shows the right code: from here on the centre asks for it at each sign-in. */
export async function confirmSecondFactor(
  deps: Deps,
  { password, code }: ParsedInputOf<'session.confirm-second-factor'>,
  { staff, session }: Who,
): Answer<OutputOf<'session.confirm-second-factor'>> {
  const typed = { username: staff.username, password, code }
  const confirmed = orOnlineOnly(await deps.centre.confirmSecondFactor(typed))
  if (!confirmed.ok) return confirmed
  const verifier = await deps.passwords.makeVerifier(password)
  const onlineAt = await deps.timeNow()
  await deps.inOneWrite(async (tx) => {
    const before = (await tx.staffSecrets.find(staff.id)) ?? emptySecret(staff.id)
    await tx.staffSecrets.save({ ...before, verifier, onlineAt, extendedUntil: null })
    await tx.sessions.setMust(session.tokenHash, null)
    await tx.audit.append({ kind: 'second-factor-set', subject: staff.id, staffId: staff.id, at: deps.clock.now() })
  })
  return ok({ recoveryCodes: [...confirmed.value.recoveryCodes] })
}

const orOnlineOnly = <T>(answer: Result<T, Fault>): Result<T, Fault> =>
  !answer.ok && outOfReach.has(answer.refusal.code) ? fail('online-only') : answer
