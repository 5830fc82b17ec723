import { z } from 'zod'

/** Engine to shell: print this on a printer of the operating system, silently. Exactly one of `html` and `pdf`. */
export const systemPrint = z
  .strictObject({
    type: z.literal('system-print'),
    jobId: z.string().min(1),
    /** Name as in `list-printers`. */
    printerName: z.string().min(1),
    /** Width of the paper in millimetres: 58, 80 or 210. */
    widthMm: z.number().int().min(40).max(300),
    /** A whole document without scripts or outside references. */
    html: z.string().min(1).optional(),
    /** A PDF file, base64. */
    pdf: z.base64().min(1).optional(),
  })
  .refine((job) => (job.html === undefined) !== (job.pdf === undefined), 'exactly one of html and pdf')
export type SystemPrint = z.output<typeof systemPrint>

/** Shell to engine: the spooler took the job, or why not. */
export const systemPrintResult = z.strictObject({
  type: z.literal('system-print-result'),
  jobId: z.string().min(1),
  outcome: z.enum(['printed', 'printer-unknown', 'failed', 'timed-out']),
  /** Technical detail for the log; never personal data. */
  detail: z.string().max(500).optional(),
})
export type SystemPrintResult = z.output<typeof systemPrintResult>
