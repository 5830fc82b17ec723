import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { documentLimits } from '#shared/domain/document/document-limits.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'

/** What binding takes at best. */
const pageDpi = 200

/** The pages of a PDF that a citizen brought, as pictures. Faults: see the contract. */
export async function openDocument(
  deps: Deps,
  { pdf }: ParsedInputOf<'document.open'>,
): Answer<OutputOf<'document.open'>> {
  const most = documentLimits(await deps.reading((db) => db.settings.region())).pages
  const opened = await deps.documents.open(Buffer.from(pdf, 'base64'), { dpi: pageDpi, mostPages: most })
  if (opened.outcome === 'opened') return ok({ pages: opened.pages.map(base64) })
  if (opened.outcome === 'too-many-pages') return fail('document-too-many-pages', { pages: opened.pages, most })
  return fail(`document-${opened.outcome}`)
}

export const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
