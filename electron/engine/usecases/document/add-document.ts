import { createHash } from 'node:crypto'
import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { documentLimits } from '#shared/domain/document/document-limits.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { BoundPdf } from '../ports.ts'
import { documentLine } from './document-line.ts'

/** Pages become the one PDF of a requirement; it lies in the encrypted database until the application is submitted. Faults: see the contract. */
export async function addDocument(
  deps: Deps,
  { draftId, requirementId, pages }: ParsedInputOf<'document.add'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'document.add'>> {
  const limits = documentLimits(await deps.reading((db) => db.settings.region()))
  if (pages.length > limits.pages) return fail('document-too-many-pages', { pages: pages.length, most: limits.pages })
  const bound = await deps.documents.bind(
    pages.map((page) => Buffer.from(page, 'base64')),
    limits.bytes,
  )
  if (bound.outcome === 'damaged') return fail('document-damaged')
  if (bound.outcome === 'too-large')
    return fail('document-too-large', { pages: pages.length, bytes: bound.size, most: limits.bytes })
  const document = {
    ...{ id: deps.ids.uuid(), draftId, requirementId, staffId: staff.id, madeAt: deps.clock.now() },
    ...factsOf(bound, pages.length),
  }
  const kept = await answering(async (tx) => {
    await tx.documents.keep(document, bound.pdf)
    return ok(documentLine(document))
  })
  deps.announce('documents')
  return kept
}

const factsOf = ({ pdf, dpi, grey }: Extract<BoundPdf, { outcome: 'bound' }>, pages: number) => ({
  sha256: createHash('sha256').update(pdf).digest('hex'),
  size: pdf.length,
  pages,
  dpi,
  grey,
})
