import type { DocumentReads, DocumentStore, DraftDocument } from '../../usecases/draft-stores.ts'
import type { ReadDb, WriteDb } from '../handles.ts'

const columns = [
  'id',
  'draft_id as draftId',
  'requirement_id as requirementId',
  'sha256',
  'size',
  'pages',
  'dpi',
  'grey',
  'made_at as madeAt',
  'staff_id as staffId',
] as const

export const documentReadsIn = (db: ReadDb): DocumentReads => ({
  async list(draftId) {
    const rows = await db
      .selectFrom('draft_document')
      .select(columns)
      .where('draft_id', '=', draftId)
      .orderBy('made_at')
      .orderBy('id')
      .execute()
    return rows.map(shaped)
  },
  async find(id) {
    const row = await db.selectFrom('draft_document').select(columns).where('id', '=', id).executeTakeFirst()
    return row ? shaped(row) : null
  },
  async bytes(id) {
    const row = await db.selectFrom('draft_document').select('bytes').where('id', '=', id).executeTakeFirst()
    return row?.bytes ?? null
  },
})

export const documentsIn = (trx: WriteDb): DocumentStore => ({
  ...documentReadsIn(trx),
  async keep({ id, draftId, requirementId, sha256, size, pages, dpi, grey, madeAt, staffId }, bytes) {
    await trx
      .deleteFrom('draft_document')
      .where('draft_id', '=', draftId)
      .where('requirement_id', '=', requirementId)
      .execute()
    await trx
      .insertInto('draft_document')
      .values({
        ...{ id, sha256, size, pages, dpi, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
        ...{ draft_id: draftId, requirement_id: requirementId, grey: grey ? 1 : 0 },
        ...{ made_at: madeAt, staff_id: staffId },
      })
      .execute()
  },
  async remove(id) {
    await trx.deleteFrom('draft_document').where('id', '=', id).execute()
  },
})

const shaped = ({ grey, ...row }: Omit<DraftDocument, 'grey'> & { readonly grey: number }): DraftDocument => ({
  ...row,
  grey: grey === 1,
})
