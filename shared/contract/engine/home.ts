import { z } from 'zod'
import { query } from './call.ts'
import { id, instant } from './values.ts'

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
        /** `caseId`: the one case, where there is only one. */
        z.strictObject({
          kind: z.literal('conflict'),
          count: z.number().int(),
          ownerName: z.string().nullable(),
          caseId: id.nullable(),
        }),
        z.strictObject({
          kind: z.literal('prints-failed'),
          count: z.number().int(),
          receiptNumber: z.string().nullable(),
        }),
        /** Jemput bola: planned for today and not gone out yet, out now, or not closed after its day. `here`: people whose turn is not over. */
        z.strictObject({
          kind: z.literal('trip'),
          stage: z.enum(['unclosed', 'running', 'planned']),
          count: z.number().int(),
          tripId: id,
          day: z.iso.date(),
          places: z.array(z.string()),
          targets: z.number().int(),
          here: z.number().int(),
        }),
        z.strictObject({ kind: z.literal('due-today'), count: z.number().int(), firstDueAt: instant }),
        /** Parcels to be counted in; `shipmentId` where there is only one. `counted`: cards of them that were counted in before. */
        z.strictObject({
          kind: z.literal('shipment'),
          count: z.number().int(),
          number: z.string(),
          shipmentId: id.nullable(),
          cards: z.number().int(),
          counted: z.number().int(),
        }),
        /**
         * Claims that wait for a step, those with an open case to be settled first; `own`: how many of them who asks may not pay, having checked or approved
         * them, or not settle. `claimId`: the one claim, where there is only one.
         */
        z.strictObject({
          kind: z.literal('claims'),
          step: z.enum(['settle', 'pay', 'decide', 'order', 'check']),
          count: z.number().int(),
          rupiah: z.number().int(),
          own: z.number().int(),
          claimId: z.string().nullable(),
        }),
        /**
         * Complaints not answered; `late`: how many of them are past their deadline. `firstDueAt`: the earliest deadline. `escalated`: how many went up, and to
         * whom at the highest; null: none.
         */
        z.strictObject({
          kind: z.literal('complaints'),
          count: z.number().int(),
          late: z.number().int(),
          firstDueAt: instant.nullable(),
          escalated: z.strictObject({ count: z.number().int(), to: z.string() }).nullable(),
        }),
        /** Applications that came back to be put right; `first`: the latest of them, and why. */
        z.strictObject({
          kind: z.literal('sent-back'),
          count: z.number().int(),
          first: z.strictObject({ applicationId: id, subjectName: z.string(), note: z.string().nullable() }),
        }),
        /** What this person began to file; `draftId`: the only one. */
        z.strictObject({
          kind: z.literal('drafts'),
          count: z.number().int(),
          savedAt: instant,
          draftId: id.nullable(),
        }),
        /** Threads of citizens that wait for an answer; `mine`: of who asks. `longestSince`: since when the first waits. */
        z.strictObject({
          kind: z.literal('questions'),
          count: z.number().int(),
          mine: z.number().int(),
          longestSince: instant.nullable(),
        }),
        /** The shift of this desk is not open though the office is, or is still open after its day. */
        z.strictObject({ kind: z.literal('shift'), step: z.enum(['open', 'close']) }),
        z.strictObject({ kind: z.literal('on-the-way'), ktp: z.number().int(), kia: z.number().int() }),
        /** Marked hand-overs for a supervisor to look at. */
        z.strictObject({ kind: z.literal('review'), count: z.number().int() }),
        z.strictObject({ kind: z.literal('unsent'), count: z.number().int(), oldestAt: instant }),
        z.strictObject({ kind: z.literal('uncollected'), toRemind: z.number().int(), toReturn: z.number().int() }),
      ]),
    ),
    today: z.strictObject({
      handedOver: z.number().int(),
      ready: z.number().int(),
      scans: z.number().int(),
      onTimeShare30: z.number().nullable(),
      /** Who handed over today in this unit, or has something at this desk that was not sent yet; most hand-overs first. */
      clerks: z.array(
        z.strictObject({
          staffId: z.string(),
          name: z.string(),
          handedOver: z.number().int(),
          unsent: z.number().int(),
        }),
      ),
    }),
    /** The local day. */
    day: z.iso.date(),
    /** Last six working days, oldest first. */
    week: z.array(z.strictObject({ day: z.iso.date(), arrived: z.number().int(), handedOver: z.number().int() })),
    dataAsOf: instant.nullable(),
  }),
})
