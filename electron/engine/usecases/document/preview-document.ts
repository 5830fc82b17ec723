import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { documentLine, ownDocument } from './document-line.ts'
import { base64 } from './open-document.ts'

const screenDpi = 110

/** The kept PDF as it will be sent, page by page. Fault: document-unknown. */
export async function previewDocument(
  deps: Deps,
  { documentId }: ParsedInputOf<'document.preview'>,
  { staff }: Who,
): Answer<OutputOf<'document.preview'>> {
  const found = await deps.reading(async (db) => {
    const own = await ownDocument(db, documentId, staff.id)
    return own.ok ? ok({ document: own.value, pdf: await db.documents.bytes(documentId) }) : own
  })
  if (!found.ok) return found
  const { document, pdf } = found.value
  if (pdf === null) return fail('document-unknown')
  const opened = await deps.documents.open(pdf, { dpi: screenDpi, mostPages: document.pages })
  if (opened.outcome !== 'opened') throw new Error(`a document of ours does not open: ${opened.outcome}`)
  return ok({ document: documentLine(document), pages: opened.pages.map(base64) })
}
