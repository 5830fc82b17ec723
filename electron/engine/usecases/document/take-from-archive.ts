import { createHash } from 'node:crypto'
import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { documentLimits } from '#shared/domain/document/document-limits.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { documentLine } from './document-line.ts'

/**
 * A document that was filed before becomes that of a requirement of the draft: from this device, or from the centre. Bytes that are not what their name says are not
 * taken, and the PDF is drawn once before it is. Faults: see the contract.
 */
export async function takeFromArchive(
  deps: Deps,
  { draftId, requirementId, filingId, sha256, purpose }: ParsedInputOf<'document.from-archive'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'document.from-archive'>> {
  const pdf = await archived(deps, filingId, sha256)
  if (!pdf.ok) return pdf
  const { pages: most } = documentLimits(await deps.reading((db) => db.settings.region()))
  const opened = await deps.documents.open(pdf.value, { dpi: 36, mostPages: most })
  if (opened.outcome !== 'opened') return fail('document-damaged')
  const document = {
    ...{ id: deps.ids.uuid(), draftId, requirementId, sha256, size: pdf.value.length, staffId: staff.id },
    ...{ pages: opened.pages.length, dpi: 0, grey: false, madeAt: deps.clock.now() },
  }
  const taken = await answering(async (tx) => {
    const saved = await tx.intake.find(draftId)
    if (saved?.staffId !== staff.id) return fail('draft-unknown')
    const subject = `${purpose} ${filingId} ${sha256.slice(0, 12)}`
    await tx.audit.append({ kind: 'archive-take', subject, staffId: staff.id, at: document.madeAt })
    await tx.documents.keep(document, pdf.value)
    return ok(documentLine(document))
  })
  if (taken.ok) deps.announce('documents')
  return taken
}

async function archived(deps: Deps, filingId: string, sha256: string): Promise<Result<Uint8Array, Fault>> {
  const here = await deps.reading(async (db) => {
    const filing = await db.things.find('filing', filingId)
    const named = Object.values(filing?.row.requirements ?? {}).some(({ documents }) => documents.includes(sha256))
    return named ? { bytes: await db.blobs.get(sha256) } : null
  })
  if (here === null) return fail('document-unknown')
  if (here.bytes) return ok(here.bytes)
  const asked = await deps.centre.blob(sha256)
  if (!asked.ok) return asked
  if (asked.value === null) return fail('document-unknown')
  const whole = createHash('sha256').update(asked.value).digest('hex') === sha256
  return whole ? ok(asked.value) : fail('document-damaged')
}
