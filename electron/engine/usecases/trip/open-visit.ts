import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { nextQueueNumber, queueLetter } from '#shared/domain/trip/queue-number.ts'
import type { Trip } from '#shared/domain/trip/trip.ts'
import type { Position } from '#shared/domain/trip/visit.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { doneHere, told, underWay } from './trip-here.ts'

type Input = ParsedInputOf<'visit.open'>

/** Gives somebody the next number of this laptop. Faults: see the contract. */
export async function openVisit(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'visit.open'>> {
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const { by, device } = await doneHere(deps, tx, who)
    const trip = await underWay(tx, input.tripId, device.deviceId)
    if (!trip.ok) return trip
    const given = await tx.things.list('visit', { about: input.tripId })
    const number = nextQueueNumber(
      queueLetter(device, trip.value.scope),
      given.map(({ row }) => row.opened.number),
    )
    const visitId = deps.ids.uuid()
    const { notePosition } = await tx.settings.settings()
    const position = notePosition ? coarse(input.position, by.at) : null
    const nik = input.nik ?? plannedNik(trip.value, input)
    const payload = { ...input, ...by, nik, visitId, number, position, offline }
    const of = { staffId: by.staffId, scope: trip.value.scope, subject: visitId }
    await recordAct(tx, { type: 'visit.open', payload }, { ...of, audit: { kind: 'visit' } })
    return ok({ visitId, number })
  })
  if (answer.ok) told(deps, 'visit')
  return answer
}

/** Of who is on the list under this name; whoever came in that place has a NIK of their own. */
function plannedNik({ plan }: Trip, { targetId, name }: Input): string | null {
  const target = plan?.plan.targets.find(({ id }) => id === targetId)
  return target?.name.toLowerCase() === name.toLowerCase() ? target.nik : null
}

/** A thousandth of a degree, some hundred metres: enough to say in which street, too little to say at which bed. */
const coarse = (position: Input['position'], at: string): Position | null =>
  position && {
    lat: Math.round(position.lat * 1000) / 1000,
    lon: Math.round(position.lon * 1000) / 1000,
    accuracy: Math.max(Math.round(position.accuracy), 100),
    at,
  }
