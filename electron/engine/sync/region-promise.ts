import { z } from 'zod'
import { exclusionGround } from '#shared/contract/sync/incidents.ts'
import { officeExceptions, officeWeek } from '#shared/contract/sync/office.ts'

const text = z.string()
const count = z.number().int().nonnegative()
const service = z.looseObject({
  promisedWorkingDays: z.number().int().positive().nullable(),
  excludedBy: exclusionGround.nullable(),
  fulfilledBy: z.enum(['ready-for-collection', 'document-ready']),
  formalWorkingDays: z.number().int().positive().nullable(),
})

/** The parts of a region pack about opening hours, the promise, compensation and complaints. */
export const promiseParts = {
  office: z.looseObject({
    saturdayCounts: z.boolean(),
    weeks: z.looseObject({
      kelurahan: z.array(officeWeek),
      'service-hall': z.array(officeWeek),
      'mobile-team': z.array(officeWeek),
      /** Absent in a pack from before there was a Dinas unit. */
      dinas: z.array(officeWeek).default([]),
    }),
    exceptions: officeExceptions,
  }),
  promise: z.looseObject({
    services: z.record(text, service),
    dueSoonOfficeMinutes: count,
    filedOutsideHours: z.enum(['next-opening', 'excluded']),
    exclusions: z.array(exclusionGround),
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
