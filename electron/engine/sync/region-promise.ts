import { z } from 'zod'

const text = z.string()
const count = z.number().int().nonnegative()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const hours = z.array(z.looseObject({ from: time, to: time }).refine(({ from, to }) => from < to))

const week = z.looseObject({
  validFrom: z.iso.date(),
  hours: z.looseObject({
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
  }),
})

const exception = z.looseObject({
  kind: z.enum(['national-holiday', 'joint-leave', 'closure', 'extra-opening']),
  name: text,
  hours,
  working: z.boolean(),
})

const ground = z.enum([
  'filed-outside-hours',
  'recent-reprint',
  'recorded-at-16',
  'other-town-document',
  'new-photo-or-signature',
  'ditjen-verification',
  'wrong-data-by-applicant',
  'lost-at-kelurahan',
  'force-majeure',
])

const service = z.looseObject({
  promisedWorkingDays: z.number().int().positive().nullable(),
  excludedBy: ground.nullable(),
  fulfilledBy: z.enum(['ready-for-collection', 'document-ready']),
  formalWorkingDays: z.number().int().positive().nullable(),
})

/** The parts of a region pack about opening hours, the promise, compensation and complaints. */
export const promiseParts = {
  office: z.looseObject({
    saturdayCounts: z.boolean(),
    weeks: z.looseObject({
      kelurahan: z.array(week),
      'service-hall': z.array(week),
      'mobile-team': z.array(week),
    }),
    exceptions: z.record(z.iso.date(), exception),
  }),
  promise: z.looseObject({
    services: z.record(text, service),
    dueSoonOfficeMinutes: count,
    filedOutsideHours: z.enum(['next-opening', 'excluded']),
    exclusions: z.array(ground),
    reprintMonths: count,
  }),
  compensation: z.looseObject({
    outagePolicy: z.enum(['void', 'deduct']),
    mode: z.enum(['once', 'perDay']),
    rupiah: z.number().int().positive(),
    cap: z.number().int().positive().nullable(),
    lateDays: z.enum(['calendar', 'working']),
  }),
  complaints: z.looseObject({
    answerWithinWorkingDays: z.number().int().positive(),
    dueSoonOfficeMinutes: count,
    escalations: z.array(z.looseObject({ level: count, to: text, afterWorkingDays: z.number().int().positive() })),
  }),
}
