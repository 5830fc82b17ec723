import type { CityVerdict } from '#shared/contract/engine/city.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { checkPerson, letIn } from '../session/check-person.ts'
import { actOnline, type Doing, type OnlineAct } from './act-online.ts'
import { atTheDinas } from './at-the-dinas.ts'

/** An act of the Dinas that its doer signs with the own password. Faults: those of `actOnline`, those of sign-in. */
export async function actSigned<T extends object>(
  deps: Deps,
  { who, password }: { readonly who: Who; readonly password: string },
  answering: Answering,
  doing: (of: Doing) => Promise<Result<OnlineAct<T>, Fault>>,
): Answer<CityVerdict & T> {
  const here = await atTheDinas(deps)
  if (!here.ok) return here
  const person = await checkPerson(deps, { username: who.staff.username, password, purpose: 'signature' })
  if (!person.ok) return person
  return actOnline(deps, who, answering, async (of) => {
    const allowed = await letIn(deps, of.tx, person.value)
    return allowed.ok ? doing(of) : allowed
  })
}
