import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { doneHere, told, underWay } from './trip-here.ts'

/** Calls, serves, or notes something of one person on site. Faults: see the contract. */
export async function changeVisit(
  deps: Deps,
  { visitId, step, set, add, strike }: ParsedInputOf<'visit.change'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'visit.change'>> {
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const { by, device } = await doneHere(deps, tx, who)
    const visit = (await tx.things.find('visit', visitId))?.row
    if (!visit) return fail('visit-unknown')
    const trip = await underWay(tx, visit.tripId, device.deviceId)
    if (!trip.ok) return trip
    const changeId = deps.ids.uuid()
    const items = add.map((item) => ({ ...item, id: deps.ids.uuid() }))
    const payload = { ...by, changeId, visitId, tripId: visit.tripId, step, set, add: items, strike, offline }
    const of = { staffId: by.staffId, scope: visit.scope, subject: visitId }
    await recordAct(tx, { type: 'visit.change', payload }, { ...of, audit: { kind: 'visit', subject: changeId } })
    return ok({ changeId })
  })
  if (answer.ok) told(deps, 'visit')
  return answer
}
