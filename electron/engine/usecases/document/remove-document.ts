import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { ownDocument } from './document-line.ts'

/** Takes a document out of the draft. Fault: document-unknown. */
export async function removeDocument(
  deps: Deps,
  { documentId }: ParsedInputOf<'document.remove'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'document.remove'>> {
  const removed = await answering(async (tx) => {
    const own = await ownDocument(tx, documentId, staff.id)
    if (!own.ok) return own
    await tx.documents.remove(documentId)
    return ok({})
  })
  if (removed.ok) deps.announce('documents')
  return removed
}
