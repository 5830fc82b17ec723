import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { PrintJob } from '#shared/contract/engine/printing.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import type { PrintRow } from '../stores.ts'

const shown = 100

export async function listPrints(deps: Deps): Answer<OutputOf<'print.list'>> {
  const rows = await deps.reading((db) => db.prints.list(shown))
  return ok(rows.map(printJob))
}

const printJob = ({
  receipt: _receipt,
  signature: _signature,
  printer: _printer,
  dueAt: _due,
  ...job
}: PrintRow): PrintJob => job
