import { z } from 'zod'
import { query } from './call.ts'
import { instant } from './values.ts'

/** Beranda: what to do now, most urgent first, and the day's numbers. */
export const homeSummary = query({
  name: 'home.summary',
  input: z.strictObject({}),
  output: z.strictObject({
    todo: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('late'),
          count: z.number().int(),
          oldestSecondsLate: z.number(),
          ownerName: z.string(),
          status: z.string(),
        }),
        z.strictObject({ kind: z.literal('conflict'), count: z.number().int(), ownerName: z.string().nullable() }),
        z.strictObject({
          kind: z.literal('prints-failed'),
          count: z.number().int(),
          receiptNumber: z.string().nullable(),
        }),
        z.strictObject({ kind: z.literal('due-today'), count: z.number().int(), firstDueAt: instant }),
        z.strictObject({ kind: z.literal('on-the-way'), ktp: z.number().int(), kia: z.number().int() }),
        z.strictObject({ kind: z.literal('unsent'), count: z.number().int(), oldestAt: instant }),
        z.strictObject({ kind: z.literal('uncollected'), over30: z.number().int(), over90: z.number().int() }),
      ]),
    ),
    today: z.strictObject({
      handedOver: z.number().int(),
      ready: z.number().int(),
      scans: z.number().int(),
      onTimeShare30: z.number().nullable(),
    }),
    /** Last six working days, oldest first. */
    week: z.array(z.strictObject({ day: z.iso.date(), arrived: z.number().int(), handedOver: z.number().int() })),
    dataAsOf: instant.nullable(),
  }),
  allowed: 'anyone',
})
