import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { doneHere, stageHere, told } from './trip-here.ts'

/** This laptop goes out, whatever its check said. Faults: see the contract. */
export async function startTrip(
  deps: Deps,
  { tripId, checks }: ParsedInputOf<'trip.start'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'trip.start'>> {
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const { by, device } = await doneHere(deps, tx, who)
    const trip = (await tx.things.find('trip', tripId))?.row
    if (!trip) return fail('trip-unknown')
    const stage = stageHere(trip, device.deviceId)
    if (stage !== 'planned') return fail(stage === 'closed' ? 'trip-closed' : 'trip-started')
    const startId = deps.ids.uuid()
    const payload = { ...by, startId, tripId, day: trip.day, deviceId: device.deviceId, checks, offline }
    const of = { staffId: by.staffId, scope: trip.scope, subject: tripId }
    await recordAct(tx, { type: 'trip.start', payload }, { ...of, audit: { kind: 'trip', subject: startId } })
    return ok({ startId })
  })
  if (answer.ok) told(deps, 'trip')
  return answer
}
