import type { DocumentLine } from '#shared/contract/engine/document.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { DraftDocument } from '../draft-stores.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'

export const documentLine = ({ id, draftId: _, staffId: __, ...document }: DraftDocument): DocumentLine => ({
  documentId: id,
  ...document,
})

/** Drafts are their clerk's own; another's document is not there. */
export async function ownDocument(
  db: { readonly documents: ReadSet['documents'] },
  documentId: string,
  staffId: string,
): Promise<Result<DraftDocument, Fault>> {
  const found = await db.documents.find(documentId)
  return found?.staffId === staffId ? ok(found) : fail('document-unknown')
}
