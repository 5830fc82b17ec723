import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import { takeDocuments } from '../document/take-documents.ts'
import type { WriteSet } from '../stores.ts'

/**
 * The PDFs that the draft's requirements name become blobs that wait for the centre, and the requirements name them by their SHA-256. What was scanned and then not used
 * after all goes with the draft. In the caller's transaction: filed without its papers, or the other way round, nothing is ever found.
 */
export async function takeDraftedDocuments(
  tx: Pick<WriteSet, 'documents' | 'blobs'>,
  draftId: string,
  { services }: IntakeDraft,
): Promise<IntakeDraft['services']> {
  const named = new Set(
    services.flatMap(({ requirements }) => Object.values(requirements).flatMap(({ documents }) => documents)),
  )
  const hashOf = new Map<string, string>()
  for (const { id, sha256 } of await tx.documents.list(draftId)) {
    if (named.has(id)) hashOf.set(id, sha256)
    else await tx.documents.remove(id)
  }
  await takeDocuments(tx, draftId)
  // What a repair was begun with is named by its SHA-256 already; what is gone can no longer be shown.
  const filed = (document: string) => hashOf.get(document) ?? (/^[0-9a-f]{64}$/.test(document) ? document : [])
  return services.map((begun) => ({
    ...begun,
    requirements: Object.fromEntries(
      Object.entries(begun.requirements).map(([id, { how, documents }]) => [
        id,
        { how, documents: how === 'upload' ? documents.flatMap(filed) : [] },
      ]),
    ),
  }))
}
