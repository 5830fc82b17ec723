import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'

export async function listSupervisors(deps: Deps): Answer<OutputOf<'override.supervisors'>> {
  const staff = await deps.reading((db) => db.directory.allStaff())
  const supervisors = staff.filter(({ active, roles }) => active && roles.includes('supervisor'))
  return ok(supervisors.map(({ id, name }) => ({ staffId: id, name })))
}
