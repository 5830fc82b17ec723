import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import { takeDocuments } from '../document/take-documents.ts'
import type { ReadSet, WriteSet } from '../stores.ts'

/** The draft's services as they are filed: each document is named by its SHA-256, and what is gone can no longer be shown. Nothing is taken yet. */
export async function namedDocuments(
  db: Pick<ReadSet, 'documents'>,
  draftId: string,
  { services }: IntakeDraft,
): Promise<IntakeDraft['services']> {
  const hashOf = new Map((await db.documents.list(draftId)).map(({ id, sha256 }) => [id, sha256]))
  // What a repair was begun with is named by its SHA-256 already.
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

/**
 * The PDFs that the draft's requirements name become blobs that wait for the centre; what was scanned and then not used after all goes with the draft. In the caller's
 * transaction, once nothing can be refused any more: a refusal commits, and its draft must still have them.
 */
export async function takeDraftedDocuments(
  tx: Pick<WriteSet, 'documents' | 'blobs'>,
  draftId: string,
  { services }: IntakeDraft,
): Promise<void> {
  const named = new Set(
    services.flatMap(({ requirements }) => Object.values(requirements).flatMap(({ documents }) => documents)),
  )
  for (const { id } of await tx.documents.list(draftId)) if (!named.has(id)) await tx.documents.remove(id)
  await takeDocuments(tx, draftId)
}
