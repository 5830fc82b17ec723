import { z } from 'zod'
import { query } from './call.ts'
import { cardKind, cardState, id, instant } from './values.ts'

const clockState = z.enum(['none', 'excluded', 'running', 'due-soon', 'paused', 'late', 'on-time'])
const ground = z.string()

/** The 1x24 h promise of one application as its clock reads now; times and seconds as in the domain's ServiceClock. */
export const clockReading = z.strictObject({
  state: clockState,
  startAt: instant.nullable(),
  dueAt: instant.nullable(),
  netUsedSeconds: z.number(),
  secondsLeft: z.number(),
  officeSecondsLeft: z.number(),
  secondsLate: z.number(),
  grounds: z.array(ground),
})
export type ClockReading = z.output<typeof clockReading>

/** A line of the list of promises. */
export const promiseLine = z.strictObject({
  applicationId: id,
  kitirNumber: z.string(),
  applicantName: z.string(),
  service: z.string(),
  status: z.string(),
  fulfilledAt: instant.nullable(),
  clock: clockReading,
  /** Complaints about it that are not answered yet. */
  openComplaints: z.number().int(),
})
export type PromiseLine = z.output<typeof promiseLine>

export const promiseFilter = z.enum(['all', 'late', 'due-soon', 'running', 'paused', 'excluded', 'finished-late'])

/**
 * One window of the list, most urgent first: late, due soon, running, standing, outside the promise. `all`: whatever is not fulfilled yet;
 * `finished-late`: what was fulfilled too late in the last 90 days. `search` matches the owner and the kitir number by prefix.
 */
export const listPromises = query({
  name: 'promise.list',
  input: z.strictObject({
    filter: promiseFilter,
    search: z.string().max(200),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(500),
  }),
  output: z.strictObject({
    rows: z.array(promiseLine),
    total: z.number().int(),
    counts: z.record(promiseFilter, z.number().int()),
    now: instant,
    dataAsOf: instant.nullable(),
  }),
})

/** One step of the explanation; its words are found by code (ClockStep of the domain). */
export const clockStep = z.strictObject({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ClockStepSaid = z.output<typeof clockStep>

/** How the promise of one application stands and how that came about. Fault: application-unknown. */
export const getPromise = query({
  name: 'promise.get',
  input: z.union([
    z.strictObject({ applicationId: id }),
    z.strictObject({ cardId: id }),
    z.strictObject({ kitirNumber: z.string().min(1).max(64) }),
  ]),
  output: z.strictObject({
    line: promiseLine,
    filedAt: instant,
    steps: z.array(clockStep),
    cards: z.array(z.strictObject({ cardId: id, kind: cardKind, state: cardState, ownerName: z.string() })),
    /** Newest first; all of this application, so that two about one thing are seen together. */
    complaints: z.array(
      z.strictObject({
        complaintId: id,
        number: z.string(),
        subject: z.enum(['late', 'wrong-data', 'lost', 'service', 'other']),
        state: z.enum(['open', 'answered', 'withdrawn']),
        filedAt: instant,
      }),
    ),
    now: instant,
    dataAsOf: instant.nullable(),
  }),
})
