import { z } from 'zod'
import { checkKinds } from '#shared/domain/trip/readiness.ts'
import { recordingStatuses } from '#shared/domain/trip/recording.ts'
import { targetKinds } from '#shared/domain/trip/trip.ts'
import { outcomes } from '#shared/domain/trip/visit.ts'
import { wants } from '#shared/domain/trip/want.ts'
import { acts, day, id, instant, nik, scope, sha256 } from './values.ts'

/** Jemput bola on the wire: the day of a team and the people served on site. Loose, like everything that travels. */

const doneBy = {
  at: instant,
  staffId: id,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
}
const count = z.number().int().min(0)
const wanted = z.array(z.enum(wants))
const person = { name: z.string().min(1).max(200), nik: nik.nullable() }

const plan = z.looseObject({
  day,
  members: z.array(z.looseObject({ name: z.string(), staffId: id.nullable() })),
  vehicle: z.string(),
  places: z.array(
    z.looseObject({ id, name: z.string(), address: z.string(), scope, from: z.string(), to: z.string() }),
  ),
  targets: z.array(
    z.looseObject({
      id,
      ...person,
      placeId: id.nullable(),
      kind: z.enum(targetKinds),
      wants: wanted,
      note: z.string(),
    }),
  ),
})

/** Payload of `trip.plan`, version 1. */
export const tripPlanned = z.looseObject({ planId: id, tripId: id, ...doneBy, plan, offline: z.boolean() })

/** Payload of `trip.start`, version 1. */
export const tripStarted = z.looseObject({
  startId: id,
  tripId: id,
  ...doneBy,
  day,
  deviceId: id,
  checks: z.array(
    z.looseObject({ kind: z.enum(checkKinds), state: z.enum(['ok', 'bad', 'unknown']), value: z.number().nullable() }),
  ),
  offline: z.boolean(),
})

/** Payload of `trip.close`, version 1. */
export const tripClosed = z.looseObject({
  closeId: id,
  tripId: id,
  ...doneBy,
  day,
  deviceId: id,
  number: z.string().min(1).max(64),
  letter: z.string().min(1).max(32),
  people: z.looseObject({ opened: count, served: count, gone: count, postponed: count, here: count }),
  cards: z.looseObject({ out: count, handedOver: count, back: count, lost: count, withTeam: count }),
  inHand: count,
  explanation: z.string().nullable(),
  witness: z.looseObject({ name: z.string(), position: z.string() }),
  signature: sha256,
  witnessSignature: sha256,
  offline: z.boolean(),
})

export const tripRow = z.looseObject({
  id,
  scope,
  day,
  state: z.enum(['planned', 'under-way', 'closed']),
  plan: tripPlanned.nullable(),
  starts: z.array(tripStarted),
  closings: z.array(tripClosed),
  flags: z.array(z.literal('not-permitted')),
  acts,
})

const position = z.looseObject({ lat: z.number(), lon: z.number(), accuracy: z.number(), at: instant })
const recording = z.looseObject({ status: z.enum(recordingStatuses), reason: z.string() })
const visitOf = { visitId: id, tripId: id, ...doneBy }

/** Payload of `visit.open`, version 1. */
export const visitOpened = z.looseObject({
  ...visitOf,
  number: z.string().min(1).max(32),
  ...person,
  placeId: id.nullable(),
  targetId: id.nullable(),
  wants: wanted,
  position: position.nullable(),
  offline: z.boolean(),
})

/** Payload of `visit.change`, version 1. */
export const visitChanged = z.looseObject({
  changeId: id,
  ...visitOf,
  step: z.enum(['called', 'serving']).nullable(),
  set: z.looseObject({
    name: person.name.optional(),
    nik: nik.nullable().optional(),
    placeId: id.nullable().optional(),
    targetId: id.nullable().optional(),
    wants: wanted.optional(),
    note: z.string().optional(),
    recording: recording.optional(),
  }),
  add: z.array(
    z.looseObject({ id, kind: z.enum(['application', 'card', 'assistance']), ref: z.string(), text: z.string() }),
  ),
  strike: z.array(id),
  offline: z.boolean(),
})

/** Payload of `visit.leave`, version 1. */
export const visitLeft = z.looseObject({
  leaveId: id,
  ...visitOf,
  outcome: z.enum(outcomes),
  note: z.string(),
  offline: z.boolean(),
})

export const visitRow = z.looseObject({
  id,
  scope,
  tripId: id,
  state: z.enum(['waiting', 'called', 'serving', 'left']),
  opened: visitOpened,
  changes: z.array(visitChanged),
  leavings: z.array(visitLeft),
  flags: z.array(z.literal('not-permitted')),
  acts,
})
