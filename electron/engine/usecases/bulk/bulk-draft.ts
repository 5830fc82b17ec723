import type { BulkDraft } from '#shared/contract/engine/bulk.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'

/** The list that was begun on this device; null where none was, or where an older program began it. */
export async function readBulkDraft(deps: Deps): Answer<{ draft: BulkDraft | null }> {
  return ok({ draft: await deps.reading(({ settings }) => settings.draft('bulk')) })
}

export async function saveBulkDraft(deps: Deps, { draft }: { draft: BulkDraft | null }): Answer<Record<string, never>> {
  await deps.inOneWrite(({ settings }) => settings.saveDraft('bulk', draft))
  deps.announce('bulk-draft')
  return ok({})
}
