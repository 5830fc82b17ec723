import type { Act } from '../../act/acts.ts'
import type { TripClosed, TripPlan } from '../trip.ts'
import type { VisitChanged, VisitOutcome } from '../visit.ts'

/** Acts of one trip, done by one of two laptops at a minute of the day. */
export interface Done {
  readonly laptop: '01' | '02'
  readonly minute: number
}

const by = ({ laptop, minute }: Done) => ({
  at: new Date(Date.UTC(2026, 10, 24, 1, minute)).toISOString(),
  staffId: `s-${laptop}`,
  staffName: `Petugas ${laptop}`,
  staffCode: `KTB-${laptop}`,
  deviceCode: laptop,
})

export const aTripPlan = (more: Partial<TripPlan> = {}): TripPlan => ({
  day: '2026-11-24',
  members: [{ name: 'Joko Susilo', staffId: null }],
  vehicle: 'Mobil keliling L 1234 XX',
  places: [{ id: 'p-1', name: 'Balai RW 3', address: 'Jl. Contoh 3', scope: '3578071004', from: '08:00', to: '12:00' }],
  targets: [],
  ...more,
})

export const planned = (planId: string, done: Done, more: Partial<TripPlan> = {}): Act => ({
  type: 'trip.plan',
  payload: { ...by(done), planId, tripId: 't-1', plan: aTripPlan(more), offline: true },
})

const ofLaptop = (done: Done) => ({ ...by(done), tripId: 't-1', day: '2026-11-24', deviceId: `d-${done.laptop}` })

export const started = (startId: string, done: Done): Act => ({
  type: 'trip.start',
  payload: { ...ofLaptop(done), startId, checks: [], offline: true },
})

const nobody = { opened: 0, served: 0, gone: 0, postponed: 0, here: 0 }
const noCards = { out: 0, handedOver: 0, back: 0, lost: 0, withTeam: 0 }
const ink = '0'.repeat(64)

export const closed = (closeId: string, done: Done, more: Partial<TripClosed> = {}): Act => {
  const signed = { witness: { name: 'Ketua RW', position: 'RW 3' }, signature: ink, witnessSignature: ink }
  const counted = { people: nobody, cards: noCards, inHand: 0, explanation: null }
  const payload = {
    ...ofLaptop(done),
    closeId,
    number: `${closeId}/LJB`,
    letter: done.laptop === '01' ? 'A' : 'B',
    ...counted,
    ...signed,
    offline: true,
    ...more,
  }
  return { type: 'trip.close', payload }
}

export const opened = (visitId: string, done: Done, name = 'Siti Aminah'): Act => ({
  type: 'visit.open',
  payload: {
    ...{
      ...by(done),
      visitId,
      tripId: 't-1',
      number: `${done.laptop === '01' ? 'A' : 'B'}-${visitId}`,
      name,
      nik: null,
    },
    ...{ placeId: 'p-1', targetId: null, wants: ['recording'], position: null, offline: true },
  },
})

export const changed = (
  changeId: string,
  visitId: string,
  done: Done,
  what: Partial<Pick<VisitChanged, 'step' | 'set' | 'add' | 'strike'>>,
): Act => ({
  type: 'visit.change',
  payload: {
    ...{ ...by(done), changeId, visitId, tripId: 't-1', step: null, set: {}, add: [], strike: [], offline: true },
    ...what,
  },
})

export const left = (leaveId: string, visitId: string, done: Done, outcome: VisitOutcome = 'served'): Act => ({
  type: 'visit.leave',
  payload: { ...by(done), leaveId, visitId, tripId: 't-1', outcome, note: '', offline: true },
})
