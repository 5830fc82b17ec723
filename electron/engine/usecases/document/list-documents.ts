import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { documentLimits } from '#shared/domain/document/document-limits.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { documentLine } from './document-line.ts'

/** What the clerk's draft has so far. */
export const listDocuments = (
  deps: Deps,
  { draftId }: ParsedInputOf<'document.list'>,
  { staff }: Who,
): Answer<OutputOf<'document.list'>> =>
  deps.reading(async (db) => {
    const limits = documentLimits(await db.settings.region())
    const own = (await db.documents.list(draftId)).filter(({ staffId }) => staffId === staff.id)
    return ok({ documents: own.map(documentLine), mostBytes: limits.bytes, mostPages: limits.pages })
  })
