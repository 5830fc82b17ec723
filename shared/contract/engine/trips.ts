import { z } from 'zod'
import { checkKinds } from '#shared/domain/trip/readiness.ts'
import { targetKinds } from '#shared/domain/trip/trip.ts'
import { outcomes } from '#shared/domain/trip/visit.ts'
import { wants } from '#shared/domain/trip/want.ts'
import { command, query } from './call.ts'
import { day, id, instant, nik, png } from './values.ts'

export const want = z.enum(wants)
export const wanted = z.array(want).max(wants.length)
export const centre = z.enum(['recorded', 'waiting', 'will-clash', 'case'])
const count = z.number().int().min(0)
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const words = (most: number) => z.string().trim().max(most)

const place = z.strictObject({
  id,
  name: words(120).min(1),
  address: words(200),
  /** Kelurahan. */
  scope: z.string().min(3).max(32),
  from: clockTime,
  to: clockTime,
})

const member = z.strictObject({ name: words(120).min(2), staffId: id.nullable() })
const target = {
  id,
  name: words(200).min(1),
  placeId: id.nullable(),
  kind: z.enum(targetKinds),
  wants: wanted,
  note: words(300),
}

const people = z.strictObject({ opened: count, served: count, gone: count, postponed: count, here: count })
const cards = z.strictObject({ out: count, handedOver: count, back: count, lost: count, withTeam: count })
const work = z.strictObject({
  people: count,
  recorded: count,
  failed: count,
  cards: count,
  applications: count,
  assistance: count,
})

export const tripLine = z.strictObject({
  tripId: id,
  day,
  state: z.enum(['planned', 'under-way', 'closed']),
  /** This laptop went out, and has counted its day. */
  startedHere: z.boolean(),
  closedHere: z.boolean(),
  places: z.array(z.string()),
  members: z.array(z.string()),
  targets: count,
  people,
  centre,
})
export type TripLine = z.output<typeof tripLine>

/** `current`: planned or under way, by day; `past`: closed, the newest first. */
export const listTrips = query({
  name: 'trip.list',
  input: z.strictObject({
    filter: z.enum(['current', 'past']),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(200),
  }),
  output: z.strictObject({
    rows: z.array(tripLine),
    counts: z.strictObject({ current: count, past: count }),
    /** Kelurahan of this computer, as a place of a trip may be in. */
    scopes: z.array(z.strictObject({ scope: z.string(), name: z.string() })),
    today: day,
  }),
})

/** One number of the queue as the list shows it. */
export const visitLine = z.strictObject({
  visitId: id,
  number: z.string(),
  name: z.string(),
  placeId: id.nullable(),
  wants: z.array(want),
  state: z.enum(['waiting', 'called', 'serving', 'left']),
  outcome: z.enum(outcomes).nullable(),
  openedAt: instant,
  leftAt: instant.nullable(),
  centre,
})
export type VisitLine = z.output<typeof visitLine>

const closing = z.strictObject({
  closeId: id,
  at: instant,
  number: z.string(),
  staffName: z.string(),
  deviceCode: z.string(),
  people,
  cards,
  inHand: count,
  explanation: z.string().nullable(),
  witnessName: z.string(),
})
export type TripClosing = z.output<typeof closing>

/** One trip: plan, queue and figures of every laptop as known here. Fault: trip-unknown. */
export const getTrip = query({
  name: 'trip.get',
  input: z.strictObject({ tripId: id }),
  output: z.strictObject({
    line: tripLine,
    vehicle: z.string(),
    members: z.array(member),
    places: z.array(place),
    targets: z.array(
      z.strictObject({
        ...target,
        nikMasked: z.string().nullable(),
        /** Numbers that were given to this target. */
        numbers: z.array(z.string()),
      }),
    ),
    /** What the numbers of this laptop begin with. */
    letter: z.string(),
    visits: z.array(visitLine),
    work,
    byPlace: z.array(z.strictObject({ placeId: id.nullable(), work })),
    cards,
    closings: z.array(closing),
    /** Of the report, if this laptop closed now. */
    nextNumber: z.string(),
  }),
})
export type TripDetail = z.output<typeof getTrip.output>

/**
 * Plans a day, or changes the plan before this laptop went out. `nik` 'kept': as it was planned before. Faults: trip-unknown, trip-started, trip-closed, not-enrolled,
 * input-invalid {field}.
 */
export const planTrip = command({
  name: 'trip.plan',
  input: z.strictObject({
    /** null: a new one. */
    tripId: id.nullable(),
    day,
    members: z.array(member).min(1).max(20),
    vehicle: words(200),
    places: z.array(place).min(1).max(20),
    targets: z.array(z.strictObject({ ...target, nik: z.union([nik, z.literal('kept')]).nullable() })).max(300),
  }),
  output: z.strictObject({ tripId: id }),
})

/** A plan as it is being typed: of it nothing is demanded. */
const planDraft = z.strictObject({
  day: z.string().max(20),
  members: z.string().max(400),
  vehicle: z.string().max(200),
  places: z
    .array(
      z.strictObject({
        id,
        name: z.string().max(120),
        address: z.string().max(200),
        scope: z.string().max(32),
        from: z.string().max(8),
        to: z.string().max(8),
      }),
    )
    .max(20),
  targets: z.array(z.strictObject({ ...target, nik: z.union([nik, z.literal('kept')]).nullable() })).max(300),
})
export type PlanDraft = z.output<typeof planDraft>

/** What who asks began to plan on this laptop. `tripId` null: of a new day. */
export const readPlanDraft = query({
  name: 'trip.plan-draft',
  input: z.strictObject({ tripId: id.nullable() }),
  output: z.strictObject({ saved: z.strictObject({ savedAt: instant, draft: planDraft }).nullable() }),
})

/** Keeps it while it is typed; null lets it go. */
export const savePlanDraft = command({
  name: 'trip.save-plan-draft',
  input: z.strictObject({ tripId: id.nullable(), draft: planDraft.nullable() }),
  output: z.strictObject({ savedAt: instant }),
})

/** The closing of a day as it is being typed; signatures are given anew. */
const closingDraft = z.strictObject({
  inHand: z.string().max(5),
  explanation: z.string().max(500),
  witness: z.string().max(120),
  position: z.string().max(120),
})
export type TripClosingDraft = z.output<typeof closingDraft>

/** What who asks began to close on this laptop. */
export const readClosingDraft = query({
  name: 'trip.closing-draft',
  input: z.strictObject({ tripId: id }),
  output: z.strictObject({ saved: z.strictObject({ savedAt: instant, draft: closingDraft }).nullable() }),
})

/** Keeps it while it is typed; null lets it go. */
export const saveTripClosingDraft = command({
  name: 'trip.save-closing-draft',
  input: z.strictObject({ tripId: id, draft: closingDraft.nullable() }),
  output: z.strictObject({ savedAt: instant }),
})

/** What the engine knows of "siap berangkat"; battery and camera the screen knows. Fault: trip-unknown. */
export const readiness = query({
  name: 'trip.readiness',
  input: z.strictObject({ tripId: id }),
  output: z.strictObject({
    freeDiskBytes: z.number().nullable(),
    unsent: count,
    signInDaysLeft: z.number().int().nullable(),
    hasPin: z.boolean(),
    printer: z.enum(['ready', 'not-set', 'trouble', 'unknown']),
    /** Every unit of this laptop, and whether all its data are here. */
    scopes: z.array(z.strictObject({ scope: z.string(), name: z.string(), whole: z.boolean() })),
    dataAsOf: instant.nullable(),
    places: count,
    cardsOut: count,
    now: instant,
  }),
})

const check = z.strictObject({
  kind: z.enum(checkKinds),
  state: z.enum(['ok', 'bad', 'unknown']),
  value: z.number().nullable(),
})

/** This laptop goes out, with what its check said; nothing of it keeps anybody from going. Faults: trip-unknown, trip-started, trip-closed. */
export const startTrip = command({
  name: 'trip.start',
  input: z.strictObject({ tripId: id, checks: z.array(check).max(checkKinds.length) }),
  output: z.strictObject({ startId: id }),
})

/**
 * Counts this laptop's day and signs for it. Faults: trip-unknown, trip-not-started, trip-closed, visits-here {count}, difference-unexplained, signature-missing.
 */
export const closeTrip = command({
  name: 'trip.close',
  input: z.strictObject({
    tripId: id,
    /** Cards that the team has in its hands now, counted. */
    inHand: z.number().int().min(0).max(10_000),
    explanation: words(500).nullable(),
    witness: z.strictObject({ name: words(120).min(2), position: words(120) }),
    signature: png,
    witnessSignature: png,
  }),
  output: z.strictObject({ closeId: id, number: z.string() }),
})
