import type { TripLine, VisitLine } from '#shared/contract/engine/trips.ts'
import type { Trip } from '#shared/domain/trip/trip.ts'
import { tallyPeople } from '#shared/domain/trip/trip-tally.ts'
import type { Visit } from '#shared/domain/trip/visit.ts'
import { type VisitNow, visitNow } from '#shared/domain/trip/visit-now.ts'
import type { ReadSet, Seen } from '../stores.ts'
import { stageHere } from './trip-here.ts'

/** One number of the queue, with how it stands. */
export interface Queued {
  readonly seen: Seen<Visit>
  readonly now: VisitNow
}

/** Everybody of a trip, in the order in which they came. */
export async function queueOf(db: Pick<ReadSet, 'things'>, tripId: string): Promise<readonly Queued[]> {
  const visits = await db.things.list('visit', { about: tripId })
  return visits.map((seen) => ({ seen, now: visitNow(seen.row) }))
}

export async function tripLine(
  db: Pick<ReadSet, 'things'>,
  { row, centre }: Seen<Trip>,
  deviceId: string,
): Promise<TripLine> {
  const stage = stageHere(row, deviceId)
  const { plan } = row
  return {
    tripId: row.id,
    day: row.day,
    state: row.state,
    startedHere: stage !== 'planned',
    closedHere: stage === 'closed',
    places: (plan?.plan.places ?? []).map(({ name }) => name),
    members: (plan?.plan.members ?? []).map(({ name }) => name),
    targets: plan?.plan.targets.length ?? 0,
    people: tallyPeople((await queueOf(db, row.id)).map(({ now }) => now)),
    centre,
  }
}

export const visitLine = ({ seen: { row, centre }, now }: Queued): VisitLine => ({
  visitId: row.id,
  number: row.opened.number,
  name: now.name,
  placeId: now.placeId,
  wants: [...now.wants],
  state: now.state,
  outcome: now.outcome,
  openedAt: row.opened.at,
  leftAt: now.leftAt,
  centre,
})
