import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { outOfReach } from '#shared/contract/errors.ts'
import { ok } from '#shared/domain/result.ts'
import { atTheDinas } from '../city/at-the-dinas.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'

/**
 * Does something with a computer of the city. The centre checks password and role and keeps who did it; here it is in the audit chain before the centre is asked. Faults:
 * not-at-the-dinas, online-only, wrong-password, locked-out, not-permitted, device-act-impossible.
 */
export async function actOnDevice(
  deps: Deps,
  { act, password }: ParsedInputOf<'city.device-act'>,
  who: Who,
): Answer<OutputOf<'city.device-act'>> {
  const here = await atTheDinas(deps)
  if (!here.ok) return here
  const about = 'deviceId' in act ? act.deviceId : act.kind === 'make-code' ? act.scope : act.codeId
  const entry = { kind: 'device-act', subject: `${act.kind} ${about}`, staffId: who.staff.id } as const
  await deps.inOneWrite((tx) => tx.audit.append({ ...entry, at: deps.clock.now() }))
  const answer = await deps.centre.actOnDevice(act, who.staff.username, password)
  if (!answer.ok) return outOfReach.has(answer.refusal.code) ? fail('online-only') : answer
  const { code, released } = answer.value
  deps.announce('city')
  return ok({ code: code && { ...code, serverUrl: answer.value.serverUrl }, released })
}
