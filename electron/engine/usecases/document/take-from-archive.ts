import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { documentLimits } from '#shared/domain/document/document-limits.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { documentLine } from './document-line.ts'
import { filedBytes } from './filed-bytes.ts'

/**
 * A document that was filed before becomes that of a requirement of the draft: from this device, or from the centre. The PDF is drawn once before it is
 * taken. Faults: see the contract.
 */
export async function takeFromArchive(
  deps: Deps,
  { draftId, requirementId, filingId, sha256, purpose }: ParsedInputOf<'document.from-archive'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'document.from-archive'>> {
  const found = await filedBytes(deps, filingId, sha256)
  if (!found.ok) return found
  const { pdf } = found.value
  const { pages: most } = documentLimits(await deps.reading((db) => db.settings.region()))
  const opened = await deps.documents.open(pdf, { dpi: 36, mostPages: most })
  if (opened.outcome !== 'opened') return fail('document-damaged')
  const document = {
    ...{ id: deps.ids.uuid(), draftId, requirementId, sha256, size: pdf.length, staffId: staff.id },
    ...{ pages: opened.pages.length, dpi: 0, grey: false, madeAt: deps.clock.now() },
  }
  const taken = await answering(async (tx) => {
    const saved = await tx.intake.find(draftId)
    if (saved?.staffId !== staff.id) return fail('draft-unknown')
    const subject = `${purpose} ${filingId} ${sha256.slice(0, 12)}`
    await tx.audit.append({ kind: 'archive-take', subject, staffId: staff.id, at: document.madeAt })
    await tx.documents.keep(document, pdf)
    return ok(documentLine(document))
  })
  if (taken.ok) deps.announce('documents')
  return taken
}
