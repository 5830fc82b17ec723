import { z } from 'zod'
import { command, query } from './call.ts'
import { printJob } from './printing.ts'
import { id, instant } from './values.ts'

const copyFor = z.enum(['citizen', 'office'])

/** Plain data of one tanda terima berkas, without a PIN: shared/domain/receipt turns it into lines for screen, bytes and PDF alike. */
export const filingSlip = z.strictObject({
  head: z.array(z.string()),
  unitLine: z.string(),
  number: z.string(),
  code: z.string(),
  kngNumber: z.string().nullable(),
  replaces: z.string().nullable(),
  at: instant,
  zone: z.string(),
  serviceName: z.string(),
  applicantName: z.string(),
  applicantNikMasked: z.string().nullable(),
  subjectName: z.string().nullable(),
  papers: z.array(z.strictObject({ label: z.string(), how: z.enum(['original', 'copy', 'upload', 'missing']) })),
  result: z.enum(['ktp-el', 'kia', 'document', 'service']),
  expectedAt: instant.nullable(),
  formalWorkingDays: z.number().int().nullable(),
  collectAt: z.string().nullable(),
  free: z.string(),
  callCentre: z.string(),
  staffName: z.string(),
  staffCode: z.string(),
  offline: z.boolean(),
  copyFor,
  /** 0 = original, n = SALINAN ke-n. */
  copy: z.number().int().min(0),
})
export type FilingSlipData = z.output<typeof filingSlip>

/**
 * The slip of one e-Kitir as it would come out now. `pin`: `waits` on this computer for the citizen's copy; `asked`: a paper with it may have come out, and
 * a person has to say so (print.cancel: it did; print.retry: it did not); `gone`: it is on paper, or was made at another desk. Fault: kitir-unknown.
 */
export const ekitirSlip = query({
  name: 'ekitir.slip',
  input: z.strictObject({ kitirId: id, copy: copyFor }),
  output: z.strictObject({
    kitirId: id,
    applicationId: id,
    state: z.enum(['valid', 'replaced']),
    slip: filingSlip,
    pin: z.enum(['waits', 'asked', 'gone']),
    /** The papers of this e-Kitir that this computer printed or has to print, the latest first. */
    jobs: z.array(printJob),
    /** There is a receipt printer. */
    printer: z.boolean(),
  }),
})

/**
 * Puts slips into the print queue: the citizen's original with its PIN while that waits, the office's without; SALINAN ke-n after that, never with a PIN.
 * `paperPrinter`: an A4 printer of the operating system by its name; null: the receipt printer. Faults: kitir-unknown, kitir-replaced, printer-not-set,
 * print-asked (see ekitir.slip).
 */
export const printEkitir = command({
  name: 'ekitir.print',
  input: z.strictObject({
    kitirId: id,
    copy: z.enum(['citizen', 'office', 'both']),
    paperPrinter: z.string().min(1).max(256).nullable(),
  }),
  output: z.strictObject({
    jobs: z.array(z.strictObject({ jobId: id, copyFor, copy: z.number().int(), withPin: z.boolean() })),
  }),
})

/**
 * The PIN for the citizen's eyes where there is no printer. A query, because the answer of a command is kept for a repeat. It waits on until `ekitir.pin-noted`. Faults: kitir-unknown,
 * kitir-replaced, pin-gone.
 */
export const showEkitirPin = query({
  name: 'ekitir.show-pin',
  input: z.strictObject({ kitirId: id }),
  output: z.strictObject({ pin: z.string() }),
})

/** The citizen has it: it is forgotten. Faults: kitir-unknown, pin-gone. */
export const ekitirPinNoted = command({
  name: 'ekitir.pin-noted',
  input: z.strictObject({ kitirId: id }),
  output: z.strictObject({}),
})
