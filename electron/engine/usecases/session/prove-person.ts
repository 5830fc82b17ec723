import type { Fault } from '#shared/contract/errors.ts'
import type { AuditKind } from '#shared/domain/audit/audit-kinds.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Deps } from '../deps.ts'
import { checkPerson, letIn } from './check-person.ts'

/**
 * Is it this person, for one act without a session? Also where the password was not checked by the centre for too long: it still says who it is, only not whether
 * the centre would let them work. Noted under their name before the act. Faults as sign-in.
 */
export async function provePerson(
  deps: Deps,
  { username, password }: { readonly username: string; readonly password: string },
  forWhat: AuditKind,
): Promise<Result<Staff, Fault>> {
  const person = await checkPerson(deps, { username, password, purpose: 'signature' }, 'however-old')
  if (!person.ok) return person
  const { staff } = person.value
  return deps.inOneWrite(async (tx) => {
    const now = deps.clock.now()
    const allowed = await letIn(deps, tx, person.value)
    if (!allowed.ok) return allowed
    await tx.audit.append({ kind: forWhat, subject: person.value.means, staffId: staff.id, at: now })
    return ok(staff)
  })
}
