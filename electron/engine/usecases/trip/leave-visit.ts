import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { doneHere, told, underWay } from './trip-here.ts'

/** Somebody left: served, before the end, or to be visited again. Faults: see the contract. */
export async function leaveVisit(
  deps: Deps,
  { visitId, outcome, note }: ParsedInputOf<'visit.leave'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'visit.leave'>> {
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const { by, device } = await doneHere(deps, tx, who)
    const visit = (await tx.things.find('visit', visitId))?.row
    if (!visit) return fail('visit-unknown')
    const trip = await underWay(tx, visit.tripId, device.deviceId)
    if (!trip.ok) return trip
    const leaveId = deps.ids.uuid()
    const payload = { ...by, leaveId, visitId, tripId: visit.tripId, outcome, note, offline }
    const of = { staffId: by.staffId, scope: visit.scope, subject: visitId }
    await recordAct(tx, { type: 'visit.leave', payload }, { ...of, audit: { kind: 'visit', subject: leaveId } })
    return ok({ leaveId })
  })
  if (answer.ok) told(deps, 'visit')
  return answer
}
