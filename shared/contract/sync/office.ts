import { z } from 'zod'
import { acts, scope } from './values.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const hours = z.array(z.looseObject({ from: time, to: time }).refine(({ from, to }) => from < to))

/** The ordinary week of an office from a day on. */
export const officeWeek = z.looseObject({
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

/** What is different on one day. */
export const officeException = z.looseObject({
  kind: z.enum(['national-holiday', 'joint-leave', 'closure', 'extra-opening']),
  name: z.string(),
  hours,
  working: z.boolean(),
})

export const officeExceptions = z.record(z.iso.date(), officeException)

/** The calendar of one unit, where the centre keeps one besides the region pack. */
export const officeCalendarRow = z.looseObject({
  id: scope,
  scope,
  zone: z.string(),
  saturdayCounts: z.boolean(),
  weeks: z.array(officeWeek).min(1),
  exceptions: officeExceptions,
  acts,
})
