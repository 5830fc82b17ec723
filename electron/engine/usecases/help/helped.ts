import type { HelpWanted } from '#shared/contract/engine/help.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { passwordFault } from '#shared/domain/staff/password-rules.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { StaffSecretRow } from '../secret-stores.ts'
import { ownerOf } from '../session/change-password.ts'
import { extensionFrom, isFresh } from '../session/offline-days.ts'
import { emptySecret } from '../session/tries.ts'
import type { WriteSet } from '../stores.ts'

/**
 * Somebody who works here and cannot sign in. Faults: needs-online-sign-in, where there is nothing on this device to help with, or only more days would; for more
 * days extension-not-needed, extension-used.
 */
export async function whomToHelp(
  deps: Deps,
  username: string,
  purpose: HelpWanted['purpose'],
): Promise<Result<Staff, Fault>> {
  const now = await deps.timeNow()
  return deps.reading(async (db) => {
    const staff = await db.directory.staffByUsername(username)
    const secret = staff && (await db.staffSecrets.find(staff.id))
    if (!staff?.active || !secret?.verifier) return fail('needs-online-sign-in')
    const fresh = await isFresh(db, secret, now)
    if (purpose !== 'extend') return fresh ? ok(staff) : fail('needs-online-sign-in')
    if (fresh) return fail('extension-not-needed')
    return secret.extendedUntil === null ? ok(staff) : fail('extension-used')
  })
}

export type Help = (tx: WriteSet, supervisorId: string) => Promise<void>

/**
 * What is to be done once a supervisor allows it. A password is reset, and days are given, only where the centre cannot be asked: they hold on this device, until
 * the next sign-in with the centre. Faults: centre-reachable, password-unfit {why}.
 */
export async function helpFor(deps: Deps, staff: Staff, wanted: HelpWanted): Promise<Result<Help, Fault>> {
  if (wanted.purpose !== 'unlock' && deps.sync.online()) return fail('centre-reachable')
  const change = await changeBy(deps, staff, wanted)
  if (!change.ok) return change
  return ok(async (tx, supervisorId) => {
    const before = (await tx.staffSecrets.find(staff.id)) ?? emptySecret(staff.id)
    await tx.staffSecrets.save({ ...before, ...change.value, wrongTries: 0, pinWrong: 0, lockedUntil: null })
    const kind = auditKind[wanted.purpose]
    await tx.audit.append({ kind, subject: staff.id, staffId: supervisorId, at: deps.clock.now() })
  })
}

const auditKind = { unlock: 'unlock-helped', reset: 'password-reset-here', extend: 'days-extended' } as const

async function changeBy(deps: Deps, staff: Staff, wanted: HelpWanted): Promise<Result<Partial<StaffSecretRow>, Fault>> {
  if (wanted.purpose === 'unlock') return ok({})
  if (wanted.purpose === 'extend') {
    const now = await deps.timeNow()
    return ok({ extendedUntil: await deps.reading((db) => extensionFrom(db, now)) })
  }
  const why = passwordFault(wanted.next, await ownerOf(deps, staff))
  if (why !== null) return fail('password-unfit', { why })
  return ok({ verifier: await deps.passwords.makeVerifier(wanted.next), temporary: true, pinVerifier: null })
}
