import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { filedBytes } from './filed-bytes.ts'
import { base64 } from './open-document.ts'

const screenDpi = 110
/** More than any document was ever bound of. */
const mostPages = 100

/** The pages of what was filed. Who opened it and what for is in the audit trail before they are shown. Faults: see the contract. */
export async function openFiledDocument(
  deps: Deps,
  { applicationId, sha256, purpose }: ParsedInputOf<'document.filed'>,
  { staff }: Who,
): Answer<OutputOf<'document.filed'>> {
  const found = await filedBytes(deps, applicationId, sha256)
  if (!found.ok) return found
  const { pdf, fetched } = found.value
  const opened = await deps.documents.open(pdf, { dpi: screenDpi, mostPages })
  if (opened.outcome !== 'opened') return fail('document-damaged')
  const subject = `${purpose} ${applicationId} ${sha256.slice(0, 12)}`
  await deps.inOneWrite(async (tx) => {
    await tx.audit.append({ kind: 'open-document', subject, staffId: staff.id, at: deps.clock.now() })
    if (fetched) await tx.blobs.keepFetched(pdf, 'application/pdf')
  })
  return ok({ pages: opened.pages.map(base64) })
}
