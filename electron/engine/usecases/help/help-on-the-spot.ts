import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { proveSupervisor } from '../session/prove-supervisor.ts'
import { helpFor, whomToHelp } from './helped.ts'

/** A supervisor who stands here lets somebody in again. Logged under the supervisor's name. Faults as the contract says. */
export async function helpOnTheSpot(
  deps: Deps,
  { whom, supervisor, help: wanted }: ParsedInputOf<'help.on-the-spot'>,
): Answer<OutputOf<'help.on-the-spot'>> {
  const { override } = await deps.reading((db) => db.settings.region())
  if (!override.onTheSpot) return fail('override-not-allowed', { means: 'on-the-spot' })
  const staff = await whomToHelp(deps, whom, wanted.purpose)
  if (!staff.ok) return staff
  const help = await helpFor(deps, staff.value, wanted)
  if (!help.ok) return help
  const proven = await proveSupervisor(deps, supervisor, staff.value.id)
  if (!proven.ok) return proven
  const { id, name } = proven.value.staff
  const done = await deps.inOneWrite(async (tx) => {
    const entered = await proven.value.enter(tx)
    if (!entered.ok) return entered
    await help.value(tx, id)
    return ok({ supervisorName: name })
  })
  deps.announce('staff')
  return done
}
