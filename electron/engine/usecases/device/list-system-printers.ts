import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'

export async function listSystemPrinters(deps: Deps): Answer<string[]> {
  return ok([...(await deps.shell.listPrinters())])
}
