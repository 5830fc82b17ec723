import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Answer, Deps } from '../deps.ts'
import { checkPerson, letIn } from './check-person.ts'
import { minutesAfter, sessionHours } from './session-time.ts'

/** Starts a session of 12 hours. Faults as checkPerson. */
export async function signIn(deps: Deps, input: ParsedInputOf<'session.sign-in'>): Answer<OutputOf<'session.sign-in'>> {
  const person = await checkPerson(deps, input)
  if (!person.ok) return person
  const { staff, means, must } = person.value
  const session = deps.secrets.token()
  const tokenHash = deps.secrets.hash(session)
  const [startedAt, beganSure] = [deps.clock.now(), await deps.sureNow()]
  const started = await deps.inOneWrite(async (tx) => {
    const allowed = await letIn(deps, tx, person.value)
    if (!allowed.ok) return allowed
    const endsAt = minutesAfter(startedAt, sessionHours * 60)
    await tx.sessions.start({
      ...{ tokenHash, staffId: staff.id, means, startedAt, endsAt, beganSure },
      ...{ locked: false, must },
    })
    await tx.audit.append({ kind: 'sign-in', subject: means, staffId: staff.id, at: deps.clock.now() })
    return ok(await tx.staffSecrets.find(staff.id))
  })
  if (!started.ok) return started
  deps.presence.touch(tokenHash)
  deps.announce('staff', 'status')
  deps.sync.wake()
  return ok({ session, staff: publicStaff(staff), means, must, hasPin: started.value?.pinVerifier != null })
}

/** What a screen may know of the person signed in. */
export const publicStaff = (staff: Staff): OutputOf<'session.current'>['staff'] => ({
  staffId: staff.id,
  name: staff.name,
  code: staff.code,
  username: staff.username,
  roles: [...staff.roles],
})
