import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Answer, Deps } from '../deps.ts'
import { checkPerson, letIn, minutesAfter } from './check-person.ts'

const sessionHours = 12

/** Starts a session of 12 hours. Faults as checkPerson. */
export async function signIn(
  deps: Deps,
  input: { username: string; password: string },
): Answer<OutputOf<'session.sign-in'>> {
  const person = await checkPerson(deps, input.username, input.password)
  if (!person.ok) return person
  const { staff, means } = person.value
  const session = deps.secrets.token()
  const now = deps.clock.now()
  const started = await deps.inOneWrite(async (tx) => {
    const allowed = await letIn(tx, person.value, now)
    if (!allowed.ok) return allowed
    await tx.sessions.start({
      tokenHash: deps.secrets.hash(session),
      staffId: staff.id,
      means,
      startedAt: now,
      endsAt: minutesAfter(now, sessionHours * 60),
    })
    await tx.audit.append({ kind: 'sign-in', subject: means, staffId: staff.id, at: now })
    return allowed
  })
  if (!started.ok) return started
  deps.announce('staff', 'status')
  deps.sync.wake()
  return ok({ session, staff: publicStaff(staff), means })
}

/** What a screen may know of the person signed in. */
export const publicStaff = (staff: Staff): OutputOf<'session.current'>['staff'] => ({
  staffId: staff.id,
  name: staff.name,
  code: staff.code,
  username: staff.username,
  roles: [...staff.roles],
})
