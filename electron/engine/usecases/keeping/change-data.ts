import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Rescued } from '#shared/contract/engine/keeping.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { RescueAsked } from '../ports.ts'
import { checkPerson, letIn } from '../session/check-person.ts'

/** Puts a backup back. Everything that was done since is carried over as far as it can be read. Faults: see the contract. */
export const restoreBackup = (deps: Deps, input: ParsedInputOf<'data.restore'>, who: Who): Answer<Rescued> =>
  rescued(deps, { way: 'restore', backup: input.backup }, input.password, who)

/** Makes the database anew of what can be read. */
export const repairData = (deps: Deps, input: ParsedInputOf<'data.repair'>, who: Who): Answer<Rescued> =>
  rescued(deps, { way: 'repair' }, input.password, who)

/** Gives the database another key. */
export async function renewKey(
  deps: Deps,
  { password }: ParsedInputOf<'data.renew-key'>,
  who: Who,
): Answer<Record<string, never>> {
  const proven = await prove(deps, password, who, 'renew-key')
  if (!proven.ok) return proven
  const renewed = await deps.rescue.renewKey()
  return renewed.ok ? ok({}) : renewed
}

async function rescued(deps: Deps, asked: RescueAsked, password: string, who: Who): Answer<Rescued> {
  const proven = await prove(deps, password, who, asked.way === 'restore' ? `restore ${asked.backup}` : asked.way)
  if (!proven.ok) return proven
  const done = await deps.rescue.run(asked)
  if (!done.ok) return done
  return done.value === null ? fail('repair-failed') : ok(done.value)
}

/** Noted in the database that is to be replaced; the entry is carried over with everything else. */
async function prove(deps: Deps, password: string, { staff }: Who, subject: string): Promise<Result<null, Fault>> {
  const person = await checkPerson(deps, { username: staff.username, password, purpose: 'signature' }, 'however-old')
  if (!person.ok) return person
  return deps.inOneWrite(async (tx) => {
    const at = deps.clock.now()
    const allowed = await letIn(deps, tx, person.value)
    if (!allowed.ok) return allowed
    await tx.audit.append({ kind: 'data', subject, staffId: staff.id, at })
    return ok(null)
  })
}
