import type { WriteSet } from '../stores.ts'

/** A document of an application that is submitted: its PDF is a blob of this name. */
export interface TakenDocument {
  readonly requirementId: string
  readonly sha256: string
  readonly pages: number
  readonly size: number
}

/**
 * The documents of a draft become part of what is submitted, in the caller's transaction: their bytes wait for the centre as every file does, the draft has them no
 * more. One PDF is in memory at a time.
 */
export async function takeDocuments(
  tx: Pick<WriteSet, 'documents' | 'blobs'>,
  draftId: string,
): Promise<readonly TakenDocument[]> {
  const taken: TakenDocument[] = []
  for (const { id, requirementId, pages, size } of await tx.documents.list(draftId)) {
    const bytes = await tx.documents.bytes(id)
    if (bytes === null) throw new Error('a document of the draft has no bytes')
    taken.push({ requirementId, sha256: await tx.blobs.put(bytes, 'application/pdf'), pages, size })
    await tx.documents.remove(id)
  }
  return taken
}
