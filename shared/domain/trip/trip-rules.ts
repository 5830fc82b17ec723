import type { Outcome, Rule, Seen } from '../act/rule.ts'
import { inOrder } from './in-order.ts'
import type { Trip, TripClosed, TripPlanned, TripStarted } from './trip.ts'

/** A day was planned, or its plan changed. The plan made last counts, also where two laptops changed it. */
export const planTripRule: Rule<TripPlanned> = {
  kind: 'fact',
  id: ({ planId }) => planId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ tripId }) => [{ entity: 'trip', id: tripId }],
  apply: (rows, fact, seen): Outcome => {
    const trip = rows.get('trip', fact.tripId) ?? newTrip(fact.tripId, fact.plan.day, seen)
    const plan = inOrder(trip.plan ? [trip.plan, fact] : [fact], ({ planId }) => planId).at(-1) ?? fact
    return written({ ...trip, plan, day: plan.plan.day }, seen)
  },
}

/** A laptop went out. Each laptop of a team does so by itself; nothing can contradict it. */
export const startTripRule: Rule<TripStarted> = {
  kind: 'fact',
  id: ({ startId }) => startId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ tripId }) => [{ entity: 'trip', id: tripId }],
  apply: (rows, fact, seen): Outcome => {
    const trip = rows.get('trip', fact.tripId) ?? newTrip(fact.tripId, fact.day, seen)
    return written({ ...trip, starts: inOrder([...trip.starts, fact], ({ startId }) => startId) }, seen)
  },
}

/** A laptop's day was counted and signed for. A second closing of the same laptop stands behind the first. */
export const closeTripRule: Rule<TripClosed> = {
  kind: 'fact',
  id: ({ closeId }) => closeId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ tripId }) => [{ entity: 'trip', id: tripId }],
  apply: (rows, fact, seen): Outcome => {
    const trip = rows.get('trip', fact.tripId) ?? newTrip(fact.tripId, fact.day, seen)
    return written({ ...trip, closings: inOrder([...trip.closings, fact], ({ closeId }) => closeId) }, seen)
  },
}

const newTrip = (id: string, day: string, { scope }: Seen): Trip => ({
  ...{ id, scope, day, state: 'planned', plan: null },
  ...{ starts: [], closings: [], flags: [] },
})

/** Closed when every laptop that went out has counted its day. */
function stateOf({ starts, closings }: Trip): Trip['state'] {
  const closed = new Set(closings.map(({ deviceId }) => deviceId))
  if (starts.some(({ deviceId }) => !closed.has(deviceId))) return 'under-way'
  return closings.length > 0 ? 'closed' : 'planned'
}

function written(trip: Trip, { permitted }: Seen): Outcome {
  const row: Trip = { ...trip, state: stateOf(trip), flags: permitted ? trip.flags : ['not-permitted'] }
  return {
    changed: [{ entity: 'trip', id: trip.id, row }],
    verdict: 'applied',
    code: permitted ? null : 'not-permitted',
    caseId: null,
  }
}
