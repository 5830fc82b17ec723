import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { checkPerson, letIn } from './check-person.ts'

/** Opens the screen lock of the same person. Faults as sign-in. */
export async function unlock(deps: Deps, input: { password: string }, { staff }: Who): Answer<Record<string, never>> {
  const person = await checkPerson(deps, staff.username, input.password)
  if (!person.ok) return person
  const allowed = await deps.inOneWrite((tx) => letIn(tx, person.value, deps.clock.now()))
  return allowed.ok ? ok({}) : allowed
}
