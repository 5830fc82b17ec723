import { z } from 'zod'
import { assistanceKinds } from '#shared/domain/assistance/assistance.ts'
import { recordingStatuses } from '#shared/domain/trip/recording.ts'
import { outcomes } from '#shared/domain/trip/visit.ts'
import { command, query } from './call.ts'
import { visitLine, wanted } from './trips.ts'
import { id, instant, nik } from './values.ts'

const words = (most: number) => z.string().trim().max(most)
const recording = z.strictObject({ status: z.enum(recordingStatuses), reason: words(200) })
const item = z.strictObject({
  id,
  kind: z.enum(['application', 'card', 'assistance']),
  ref: words(64),
  text: words(200),
})
const position = z.strictObject({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  accuracy: z.number().min(0),
})

/** One number with all that was done. Fault: visit-unknown. */
export const getVisit = query({
  name: 'visit.get',
  input: z.strictObject({ visitId: id }),
  output: z.strictObject({
    line: visitLine,
    nikMasked: z.string().nullable(),
    /** Kelurahan of the place where the person is served; null: no place. */
    scope: z.string().nullable(),
    targetId: id.nullable(),
    note: z.string(),
    recording: recording.nullable(),
    outcomeNote: z.string(),
    /**
     * `label`: of a card its owner and number; `given`: it was handed over; null: no card. `help`: the entry in the log of help; null: none, or not known here.
     * `applicationId`: of an application that was filed here.
     */
    items: z.array(
      item.extend({
        label: z.string(),
        given: z.boolean().nullable(),
        help: z.strictObject({ kind: z.enum(assistanceKinds), people: z.number().int() }).nullable(),
        applicationId: id.nullable(),
      }),
    ),
    calledAt: instant.nullable(),
    servedAt: instant.nullable(),
    position: z.strictObject({ ...position.shape, at: instant }).nullable(),
    /** Cards of this person that are with a team or ready: by the NIK, where it is known. */
    cardsWaiting: z.array(z.strictObject({ cardId: id, ownerName: z.string(), kitirNumber: z.string() })),
  }),
})
export type VisitDetail = z.output<typeof getVisit.output>

/** The next number of this laptop. Faults: trip-unknown, trip-not-started, trip-closed. */
export const openVisit = command({
  name: 'visit.open',
  input: z.strictObject({
    tripId: id,
    name: words(200).min(2),
    nik: nik.nullable(),
    placeId: id.nullable(),
    targetId: id.nullable(),
    wants: wanted,
    /** null: not allowed, or not known. */
    position: position.nullable(),
  }),
  output: z.strictObject({ visitId: id, number: z.string() }),
})

/** Calls, serves, or notes something of one person. Faults: visit-unknown, trip-closed. */
export const changeVisit = command({
  name: 'visit.change',
  input: z.strictObject({
    visitId: id,
    step: z.enum(['called', 'serving']).nullable(),
    set: z
      .strictObject({
        name: words(200).min(2),
        nik: nik.nullable(),
        placeId: id.nullable(),
        wants: wanted,
        note: words(500),
        recording,
      })
      .partial(),
    add: z.array(item.omit({ id: true })).max(10),
    strike: z.array(id).max(20),
  }),
  output: z.strictObject({ changeId: id }),
})

/** Faults: visit-unknown, trip-closed. */
export const leaveVisit = command({
  name: 'visit.leave',
  input: z.strictObject({ visitId: id, outcome: z.enum(outcomes), note: words(300) }),
  output: z.strictObject({ leaveId: id }),
})

/**
 * A draft of an application for this person: name and NIK stand in the role of who applies, and what is filed of it is noted with the number. One that was begun for the
 * same person and service is gone on with. Faults: visit-unknown, service-unknown.
 */
export const beginApplication = command({
  name: 'visit.begin-application',
  input: z.strictObject({ visitId: id, service: z.string().min(1).max(32) }),
  output: z.strictObject({ draftId: id }),
})
