import { z } from 'zod'
import { assistanceKinds } from '#shared/domain/assistance/assistance.ts'
import { command, query } from './call.ts'
import { id, instant } from './values.ts'

const unit = z.string().regex(/^[0-9A-Z-]{3,32}$/)
const kind = z.enum(assistanceKinds)

/** Somebody was helped to help himself. Faults: unit-unknown, note-has-person, not-enrolled; with `visitId` those of visit.change. */
export const recordAssistance = command({
  name: 'assistance.record',
  input: z.strictObject({
    kind,
    people: z.number().int().min(1).max(999),
    /** Where the citizens live; null: in another town. */
    kelurahan: unit.nullable(),
    note: z.string().trim().max(500),
    /** Who was helped in the queue of a trip; null: at the counter. */
    visitId: id.nullable().default(null),
  }),
  output: z.strictObject({ assistanceId: id }),
})

/** It was a mistake. Faults: assistance-unknown, not-enrolled. */
export const withdrawAssistance = command({
  name: 'assistance.withdraw',
  input: z.strictObject({ assistanceId: id }),
  output: z.strictObject({ assistanceId: id }),
})

/** The entries of a day (today where none is named) of the units of this device, the newest first. */
export const listAssistance = query({
  name: 'assistance.list',
  input: z.strictObject({ day: z.iso.date().nullable() }),
  output: z.strictObject({
    day: z.iso.date(),
    rows: z.array(
      z.strictObject({
        assistanceId: id,
        at: instant,
        kind,
        people: z.number().int(),
        kelurahanName: z.string().nullable(),
        note: z.string().nullable(),
        staffName: z.string(),
        withdrawn: z.boolean(),
        centre: z.enum(['recorded', 'waiting', 'will-clash', 'case']),
      }),
    ),
    /** Citizens of the day. */
    people: z.number().int(),
  }),
})

const figures = z.strictObject({ account: z.number(), ikd: z.number(), taught: z.number(), other: z.number() })

/** Citizens helped from day to day, both included, by the kelurahan where they live; most first. */
export const assistanceFigures = query({
  name: 'assistance.figures',
  input: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({ kelurahan: unit.nullable(), name: z.string().nullable(), people: figures, all: z.number() }),
    ),
    people: figures,
    all: z.number(),
  }),
})
