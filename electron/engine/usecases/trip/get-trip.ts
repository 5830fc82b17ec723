import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { TripClosing, TripDetail } from '#shared/contract/engine/trips.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { ok } from '#shared/domain/result.ts'
import { queueLetter } from '#shared/domain/trip/queue-number.ts'
import type { TripClosed, TripTarget } from '#shared/domain/trip/trip.ts'
import { type DoneFor, tallyCards, tallyWork } from '#shared/domain/trip/trip-tally.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { paperNumber } from '../paper-number.ts'
import { tripCards } from './trip-cards.ts'
import { doneFor } from './trip-help.ts'
import { type Queued, queueOf, tripLine, visitLine } from './trip-line.ts'

/** One trip with its queue and figures, of every laptop as far as known here. Fault: trip-unknown. */
export async function getTrip(deps: Deps, { tripId }: ParsedInputOf<'trip.get'>): Answer<OutputOf<'trip.get'>> {
  return deps.reading(async (db) => {
    const [seen, device] = [await db.things.find('trip', tripId), await db.device.current()]
    if (!seen || device === null) return fail('trip-unknown')
    const { plan: planned, closings, scope } = seen.row
    const plan = planned?.plan
    const queue = await queueOf(db, tripId)
    return ok({
      line: await tripLine(db, seen, device.deviceId),
      vehicle: plan?.vehicle ?? '',
      members: (plan?.members ?? []).map(({ name, staffId }) => ({ name, staffId })),
      places: (plan?.places ?? []).map(({ id, name, address, scope, from, to }) => ({
        ...{ id, name, address, scope, from, to },
      })),
      targets: (plan?.targets ?? []).map((target) => targetOf(target, queue)),
      letter: queueLetter(device, scope),
      visits: queue.map(visitLine),
      ...workOf(queue, await doneFor(db, queue)),
      cards: tallyCards((await tripCards(db, seen.row)).map(({ state }) => state)),
      closings: closings.map(closingOf),
      nextNumber: await paperNumber(db, 'LJB', deps.clock.now(), db.numbers.peek),
    })
  })
}

/** In all, and at each place where anybody was served. */
export function workOf(queue: readonly Queued[], done: DoneFor): Pick<TripDetail, 'work' | 'byPlace'> {
  const visits = queue.map(({ now }) => now)
  const placeIds = [...new Set(visits.map(({ placeId }) => placeId))]
  return {
    work: tallyWork(visits, done),
    byPlace: placeIds.map((placeId) => ({
      placeId,
      work: tallyWork(
        visits.filter((visit) => visit.placeId === placeId),
        done,
      ),
    })),
  }
}

function targetOf(target: TripTarget, queue: readonly Queued[]): TripDetail['targets'][number] {
  const { id, name, placeId, kind, wants, note, nik } = target
  const numbers = queue.flatMap(({ seen, now }) => (now.targetId === id ? [seen.row.opened.number] : []))
  return { id, name, placeId, kind, wants: [...wants], note, nikMasked: nik && maskNik(nik), numbers }
}

function closingOf(closed: TripClosed): TripClosing {
  const { closeId, at, number, staffName, deviceCode, inHand, explanation, witness } = closed
  const { opened, served, gone, postponed, here } = closed.people
  const { out, handedOver, back, lost, withTeam } = closed.cards
  return {
    ...{ closeId, at, number, staffName, deviceCode, inHand, explanation },
    people: { opened, served, gone, postponed, here },
    cards: { out, handedOver, back, lost, withTeam },
    witnessName: witness.name,
  }
}
