import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'

/** Whom a clerk can call: nobody answers himself. */
export async function listSupervisors(deps: Deps, who: Who): Answer<OutputOf<'override.supervisors'>> {
  const staff = await deps.reading((db) => db.directory.allStaff())
  const supervisors = staff.filter(
    ({ id, active, roles }) => active && roles.includes('supervisor') && id !== who.staff.id,
  )
  return ok(supervisors.map(({ id, name }) => ({ staffId: id, name })))
}
