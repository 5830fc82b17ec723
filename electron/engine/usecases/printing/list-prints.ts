import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { printJobOf } from './print-job-of.ts'

const shown = 100

export async function listPrints(deps: Deps): Answer<OutputOf<'print.list'>> {
  const rows = await deps.reading((db) => db.prints.list(shown))
  return ok(rows.map(printJobOf))
}
