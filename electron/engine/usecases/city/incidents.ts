import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { actOnline } from './act-online.ts'
import { askCity } from './ask-city.ts'

/** The register of incidents, and the services that this city knows. */
export async function cityIncidents(
  deps: Deps,
  _input: ParsedInputOf<'city.incidents'>,
  who: Who,
): Answer<OutputOf<'city.incidents'>> {
  const answer = await askCity(deps, { name: 'incidents' }, who)
  if (!answer.ok) return answer
  const { promise } = await deps.reading((db) => db.settings.region())
  return ok({ ...answer.value, services: Object.keys(promise.services).sort() })
}

/** Enters an incident in the register of the Dinas; every unit that it struck hears of it. */
export const registerIncident = (
  deps: Deps,
  struck: ParsedInputOf<'city.register-incident'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.register-incident'>> =>
  actOnline(deps, who, answering, async ({ by, device: { homeScope: scope } }) => {
    const incidentId = deps.ids.uuid()
    const payload = { ...by, incidentId, scope, ...struck }
    return ok({ act: { type: 'incident.register', payload }, scope, subject: incidentId, told: {} })
  })

/** Says that it is over. */
export const endIncident = (
  deps: Deps,
  { incidentId, to }: ParsedInputOf<'city.end-incident'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.end-incident'>> =>
  actOnline(deps, who, answering, async ({ by, device: { homeScope: scope } }) => {
    const payload = { ...by, endId: deps.ids.uuid(), incidentId, scope, to }
    return ok({ act: { type: 'incident.end', payload }, scope, subject: incidentId, told: {} })
  })

/** Says that it was none. */
export const withdrawIncident = (
  deps: Deps,
  { incidentId, reason }: ParsedInputOf<'city.withdraw-incident'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.withdraw-incident'>> =>
  actOnline(deps, who, answering, async ({ by, device: { homeScope: scope } }) => {
    const payload = { ...by, withdrawId: deps.ids.uuid(), incidentId, scope, reason }
    return ok({ act: { type: 'incident.withdraw', payload }, scope, subject: incidentId, told: {} })
  })
