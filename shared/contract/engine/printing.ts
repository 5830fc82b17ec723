import { z } from 'zod'
import { fault } from '../errors.ts'
import { command, query } from './call.ts'
import { id, instant } from './values.ts'

/** `unknown`: the bytes went out but whether paper came is not known (killed or cut in the middle): a person decides. */
export const printJob = z.strictObject({
  jobId: id,
  kind: z.enum(['handover-receipt', 'reprint', 'kitir-citizen', 'kitir-office', 'test']),
  title: z.string(),
  /** Of a slip: the number of the e-Kitir. */
  receiptNumber: z.string().nullable(),
  handoverId: id.nullable(),
  kitirId: id.nullable(),
  copy: z.number().int(),
  state: z.enum(['waiting', 'printing', 'printed', 'failed', 'unknown', 'cancelled']),
  attempts: z.number().int(),
  queuedAt: instant,
  printedAt: instant.nullable(),
  fault: fault.nullable(),
})
export type PrintJob = z.output<typeof printJob>

export const listPrints = query({
  name: 'print.list',
  input: z.strictObject({}),
  output: z.array(printJob),
})
export const retryPrint = command({
  name: 'print.retry',
  input: z.strictObject({ jobId: id }),
  output: printJob,
})
export const cancelPrint = command({
  name: 'print.cancel',
  input: z.strictObject({ jobId: id }),
  output: printJob,
})
