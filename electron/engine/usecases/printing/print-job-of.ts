import type { PrintJob } from '#shared/contract/engine/printing.ts'
import type { PrintRow } from '../stores.ts'

/** A job as screens may see it: without what stands on its paper. */
export const printJobOf = (row: PrintRow): PrintJob => ({
  jobId: row.jobId,
  kind: row.kind,
  title: row.title,
  receiptNumber: row.receiptNumber,
  handoverId: row.handoverId,
  kitirId: row.kitirId,
  copy: row.copy,
  state: row.state,
  attempts: row.attempts,
  queuedAt: row.queuedAt,
  printedAt: row.printedAt,
  fault: row.fault,
})
