import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { findService } from '#shared/domain/catalogue/catalogue.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'

type Found = OutputOf<'document.archive'>['documents'][number]

/**
 * What the people of a draft filed before at the units of this device. Who looks says what for, and that is in the audit trail before anything is shown. Fault:
 * draft-unknown.
 */
export const listArchive = (
  deps: Deps,
  { draftId, purpose }: ParsedInputOf<'document.archive'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'document.archive'>> =>
  answering(async (tx) => {
    const saved = await tx.intake.find(draftId)
    if (saved?.staffId !== staff.id) return fail('draft-unknown')
    await tx.audit.append({
      kind: 'archive-look',
      subject: `${purpose} ${draftId}`,
      staffId: staff.id,
      at: deps.clock.now(),
    })
    const niks = new Set(
      saved.draft.services.flatMap(({ people }) => Object.values(people).map(({ nik }) => nik?.replaceAll(/\D/g, ''))),
    )
    const filings = new Map<string, Filing>()
    for (const nik of niks)
      if (nik?.length === 16)
        for (const { row } of await tx.things.list('filing', { key: nik, newestFirst: true })) filings.set(row.id, row)
    return ok({ documents: await documentsOf(tx, [...filings.values()]) })
  })

/** Each document once, as the newest application has it. */
async function documentsOf(tx: WriteSet, filings: readonly Filing[]): Promise<Found[]> {
  const catalogue = await tx.settings.catalogue()
  const found = new Map<string, Found>()
  for (const filing of [...filings].sort((a, b) => (a.at < b.at ? 1 : -1)))
    for (const [requirementId, { documents }] of Object.entries(filing.requirements))
      for (const sha256 of documents) {
        if (found.has(sha256)) continue
        const labels = findService(catalogue, filing.service)?.requirements ?? []
        const label = labels.find(({ id }) => id === requirementId)?.label ?? requirementId
        found.set(sha256, {
          ...{ filingId: filing.id, sha256, label, serviceName: filing.serviceName, filedAt: filing.at },
          ofName: filing.subjectName,
        })
      }
  return [...found.values()]
}
