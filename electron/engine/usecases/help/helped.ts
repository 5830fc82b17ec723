import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { passwordFault } from '#shared/domain/staff/password-rules.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { ownerOf } from '../session/change-password.ts'
import { emptySecret } from '../session/tries.ts'
import type { WriteSet } from '../stores.ts'

/** Somebody who works here and cannot sign in. Fault: needs-online-sign-in, where there is nothing on this device to help with. */
export async function whomToHelp(deps: Deps, username: string): Promise<Result<Staff, Fault>> {
  const now = await deps.timeNow()
  return deps.reading(async (db) => {
    const staff = await db.directory.staffByUsername(username)
    const secret = staff && (await db.staffSecrets.find(staff.id))
    const days = (await db.settings.region()).limits.daysSinceOnlineSignIn
    const old = !secret?.onlineAt || Date.parse(now) - Date.parse(secret.onlineAt) >= days * day
    return staff?.active && secret?.verifier && !old ? ok(staff) : fail('needs-online-sign-in')
  })
}

const day = 86_400_000

export type Help = (tx: WriteSet, supervisorId: string) => Promise<void>

/**
 * What is to be done once a supervisor allows it. A password is reset here only where the centre cannot be asked: it holds on this device, until the next
 * sign-in with the centre. Faults: centre-reachable, password-unfit {why}.
 */
export async function helpFor(deps: Deps, staff: Staff, next: string | null): Promise<Result<Help, Fault>> {
  if (next === null) return ok((tx, supervisorId) => open(deps, tx, { staff, supervisorId }, {}))
  if (deps.sync.online()) return fail('centre-reachable')
  const why = passwordFault(next, await ownerOf(deps, staff))
  if (why !== null) return fail('password-unfit', { why })
  const verifier = await deps.passwords.makeVerifier(next)
  const reset = { verifier, temporary: true, pinVerifier: null }
  return ok((tx, supervisorId) => open(deps, tx, { staff, supervisorId }, reset))
}

async function open(
  { clock }: Deps,
  tx: WriteSet,
  { staff, supervisorId }: { readonly staff: Staff; readonly supervisorId: string },
  reset: { readonly verifier?: string; readonly temporary?: boolean; readonly pinVerifier?: null },
): Promise<void> {
  const before = (await tx.staffSecrets.find(staff.id)) ?? emptySecret(staff.id)
  await tx.staffSecrets.save({ ...before, ...reset, wrongTries: 0, pinWrong: 0, lockedUntil: null })
  const kind = reset.verifier === undefined ? 'unlock-helped' : 'password-reset-here'
  await tx.audit.append({ kind, subject: staff.id, staffId: supervisorId, at: clock.now() })
}
