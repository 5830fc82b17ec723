import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { outOfReach } from '#shared/contract/errors.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import { ok } from '#shared/domain/result.ts'
import { type PasswordOwner, passwordFault } from '#shared/domain/staff/password-rules.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { emptySecret } from './tries.ts'

/**
 * The own password, by the one before. Only with the centre: it is where the next device will ask. What was verified with the old one elsewhere ends when the
 * centre's word arrives there. Faults: password-unfit {why}, wrong-password, locked-out, online-only, second-factor-*.
 */
export async function changePassword(
  deps: Deps,
  { current, next, code }: ParsedInputOf<'session.change-password'>,
  { staff, session }: Who,
): Answer<OutputOf<'session.change-password'>> {
  const why = passwordFault(next, await ownerOf(deps, staff), current)
  if (why !== null) return fail('password-unfit', { why })
  const changed = await deps.centre.changePassword({ username: staff.username, password: current, next, code })
  if (!changed.ok) return outOfReach.has(changed.refusal.code) ? fail('online-only') : changed
  const { must, credentialsSince } = changed.value
  const verifier = must === null ? await deps.passwords.makeVerifier(next) : null
  const onlineAt = await deps.timeNow()
  await deps.inOneWrite(async (tx) => {
    const before = (await tx.staffSecrets.find(staff.id)) ?? emptySecret(staff.id)
    const clean = {
      temporary: false,
      extendedUntil: null,
      pinVerifier: null,
      wrongTries: 0,
      pinWrong: 0,
      lockedUntil: null,
    }
    await tx.staffSecrets.save({ ...before, ...clean, verifier, onlineAt, credentialsSince })
    await tx.sessions.setMust(session.tokenHash, must)
    await tx.audit.append({ kind: 'password-changed', subject: staff.id, staffId: staff.id, at: deps.clock.now() })
  })
  deps.announce('staff')
  return ok({ must })
}

/** What a password must not be made of. */
export const ownerOf = ({ reading }: Pick<Deps, 'reading'>, { username, name, scope }: Staff): Promise<PasswordOwner> =>
  reading(async (db) => {
    const unit = await db.directory.unit(scope)
    const { city } = await db.settings.region()
    return { username, name, office: [city, ...(unit ? [unitTitle(unit)] : [])] }
  })
