import type { PrintReads, PrintRow, WriteSet } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, insertRow, rows, run } from '../sql.ts'

interface Columns {
  id: string
  kind: PrintRow['kind']
  title: string
  handover_id: string | null
  receipt_number: string | null
  copy: number
  receipt: string | null
  signature: string | null
  printer: string | null
  state: PrintRow['state']
  attempts: number
  queued_at: string
  due_at: string
  printed_at: string | null
  fault: string | null
  kitir_id: string | null
  slip: string | null
}

const parsedOrNull = (text: string | null) => (text === null ? null : JSON.parse(text))
const textOrNull = (value: unknown) => (value === null ? null : JSON.stringify(value))

const jobOf = (row: Columns): PrintRow => ({
  jobId: row.id,
  kind: row.kind,
  title: row.title,
  handoverId: row.handover_id,
  receiptNumber: row.receipt_number,
  copy: row.copy,
  receipt: parsedOrNull(row.receipt),
  signature: row.signature,
  printer: parsedOrNull(row.printer),
  state: row.state,
  attempts: row.attempts,
  queuedAt: row.queued_at,
  dueAt: row.due_at,
  printedAt: row.printed_at,
  fault: parsedOrNull(row.fault),
  kitirId: row.kitir_id,
  slip: parsedOrNull(row.slip),
})

const columnsOf = (job: PrintRow) => ({
  id: job.jobId,
  kind: job.kind,
  title: job.title,
  handover_id: job.handoverId,
  receipt_number: job.receiptNumber,
  copy: job.copy,
  receipt: textOrNull(job.receipt),
  signature: job.signature,
  printer: textOrNull(job.printer),
  state: job.state,
  attempts: job.attempts,
  queued_at: job.queuedAt,
  due_at: job.dueAt,
  printed_at: job.printedAt,
  fault: textOrNull(job.fault),
  kitir_id: job.kitirId,
  slip: textOrNull(job.slip),
})

export function printReadsIn(db: ReadDb): PrintReads {
  const open = "SELECT * FROM print_job WHERE state = 'waiting' AND state <> 'printed'"
  return {
    find: async (jobId) => {
      const row = await firstRow<Columns>(db, 'SELECT * FROM print_job WHERE id = ?', jobId)
      return row && jobOf(row)
    },
    list: async (limit) =>
      (await rows<Columns>(db, 'SELECT * FROM print_job ORDER BY queued_at DESC, id DESC LIMIT ?', limit)).map(jobOf),
    inState: async (state) =>
      (await rows<Columns>(db, 'SELECT * FROM print_job WHERE state = ? ORDER BY queued_at, id', state)).map(jobOf),
    nextDue: async (now) => {
      const row = await firstRow<Columns>(db, `${open} AND due_at <= ? ORDER BY queued_at, id LIMIT 1`, now)
      return row && jobOf(row)
    },
    nextDueAt: async () => (await firstRow<Columns>(db, `${open} ORDER BY due_at LIMIT 1`))?.due_at ?? null,
    ofHandover: async (handoverId) => {
      const sql = 'SELECT * FROM print_job WHERE handover_id = ? ORDER BY queued_at, id'
      return (await rows<Columns>(db, sql, handoverId)).map(jobOf)
    },
    ofKitir: async (kitirId) => {
      const sql = 'SELECT * FROM print_job WHERE kitir_id = ? ORDER BY queued_at, id'
      return (await rows<Columns>(db, sql, kitirId)).map(jobOf)
    },
  }
}

export function printsIn(db: ReadDb): WriteSet['prints'] {
  return {
    ...printReadsIn(db),
    queue: (job) => insertRow(db, 'print_job', columnsOf(job)),
    save: (job) =>
      run(
        db,
        'UPDATE print_job SET state = ?, attempts = ?, due_at = ?, printed_at = ?, fault = ? WHERE id = ?',
        ...[job.state, job.attempts, job.dueAt, job.printedAt, textOrNull(job.fault), job.jobId],
      ),
  }
}
