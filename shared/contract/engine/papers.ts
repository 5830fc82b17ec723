import { z } from 'zod'
import { command, query } from './call.ts'
import { id, instant, png } from './values.ts'

/** An id made of two. */
const longId = z.string().min(1).max(130)

/** A paper about one thing: `id` is that of the act or the row that it records. */
const about = <const K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind), id })

/** Which paper is asked for (see shared/domain/paper/paper.ts). */
export const paperAsked = z.discriminatedUnion('kind', [
  /** A dispatched shipment, or a count of a shipment (penerimaan). */
  about('shipment-record'),
  about('return-record'),
  about('old-card-record'),
  /** Of a card; null: an empty form. */
  z.strictObject({ kind: z.literal('proxy-letter'), id: id.nullable() }),
  /** Of a card. */
  about('lost-statement'),
  /** Of a claim; `copy` 0 is the original. `paymentId`: of a payment beside the one that stands; left out: of that one. */
  z.strictObject({
    kind: z.literal('compensation-receipt'),
    id: longId,
    copy: z.number().int().min(0),
    paymentId: longId.optional(),
  }),
  about('handover-list'),
  /** `start`: first free label of the first sheet, 1 to 24. */
  z.strictObject({
    kind: z.literal('label-sheet'),
    cardIds: z.array(id).min(1).max(480),
    start: z.number().int().min(1).max(24),
  }),
  about('daily-record'),
  /** Of the closing of a trip. */
  about('trip-report'),
  /** Of a service of the catalogue, by its code. */
  about('service-leaflet'),
  /** A form of the catalogue for a service: filled in from one service of the asker's own draft; null: empty. */
  z.strictObject({
    kind: z.literal('statement'),
    form: z.string().min(1).max(40),
    service: z.string().min(1).max(32),
    draft: z.strictObject({ draftId: id, at: z.number().int().min(0).max(20) }).nullable(),
  }),
  /** How the citizens' apps are used. */
  z.strictObject({ kind: z.literal('app-leaflet') }),
  /** Of a computer; `whole`: with whole NIK. */
  z.strictObject({ kind: z.literal('device-contents'), id, whole: z.boolean() }),
  /** As it was told when the code was made: the code itself is kept nowhere. */
  z.strictObject({
    kind: z.literal('enrolment-slip'),
    codeId: id,
    slip: z.strictObject({
      serverUrl: z.string().max(500),
      code: z.string().max(64),
      centreKey: z.string().max(64),
      authority: z.string().max(64).nullable(),
    }),
    unitName: z.string().max(200),
    expiresAt: instant,
  }),
  z.strictObject({ kind: z.literal('reminder-list'), cardIds: z.array(id).min(1).max(480) }),
])
export type PaperAsked = z.output<typeof paperAsked>

/** The paper as it will be printed: its first pages as pictures (110 dots per inch). Faults: paper-unknown and those of its builder. */
export const previewPaper = query({
  name: 'paper.preview',
  input: z.strictObject({ paper: paperAsked }),
  output: z.strictObject({ fileName: z.string(), pageCount: z.number().int(), pages: z.array(png) }),
})

/** As A4 PDF; the shell asks where to save it. `saved` is false when the person cancelled. Faults: as paper.preview, file-not-saved. */
export const savePaper = command({
  name: 'paper.save',
  input: z.strictObject({ paper: paperAsked }),
  output: z.strictObject({ saved: z.boolean(), fileName: z.string() }),
})

/** On an A4 printer of the operating system, by its name as in printer.system-list. Faults: as paper.preview, printer-unreachable, printer-stalled. */
export const printPaper = command({
  name: 'paper.print',
  input: z.strictObject({ paper: paperAsked, printerName: z.string().min(1).max(256) }),
  output: z.strictObject({ pageCount: z.number().int() }),
})
