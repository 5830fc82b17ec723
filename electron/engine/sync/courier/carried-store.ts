import { type CourierHeader, courierHeader } from '#shared/contract/sync/courier.ts'
import type { ReadDb, WriteDb } from '../../database/handles.ts'
import type { CarriedFileTable } from '../../database/sync-schema.ts'

export type CarriedFile = Omit<CarriedFileTable, 'header'> & { readonly header: CourierHeader }

const fileOf = (row: CarriedFileTable): CarriedFile => ({ ...row, header: courierHeader.parse(JSON.parse(row.header)) })

/** Every file that is here whole, oldest first. */
export async function carriedFiles(db: ReadDb): Promise<CarriedFile[]> {
  const rows = await db
    .selectFrom('carried_file')
    .selectAll()
    .where('state', '<>', 'coming')
    .orderBy('kept_at')
    .orderBy('id')
    .execute()
  return rows.map(fileOf)
}

export async function carriedFile(db: ReadDb, id: string): Promise<CarriedFile | null> {
  const row = await db.selectFrom('carried_file').selectAll().where('id', '=', id).executeTakeFirst()
  return row && row.state !== 'coming' ? fileOf(row) : null
}

export async function sameFile(db: ReadDb, sha256: string): Promise<CarriedFile | null> {
  const row = await db.selectFrom('carried_file').selectAll().where('sha256', '=', sha256).executeTakeFirst()
  return row ? fileOf(row) : null
}

/** A file that begins to come in. What an earlier one left when it was cut off is deleted. */
export async function beginFile(
  trx: WriteDb,
  file: { readonly id: string; readonly header: CourierHeader; readonly size: number; readonly keptAt: string },
): Promise<void> {
  const left = await trx.selectFrom('carried_file').select('id').where('state', '=', 'coming').execute()
  for (const { id } of left) await deleteFile(trx, id)
  await trx
    .insertInto('carried_file')
    .values({
      ...{ id: file.id, kind: file.header.kind, state: 'coming', sha256: null, header: JSON.stringify(file.header) },
      ...{ size: file.size, code: null, sent: 0, answer_sha256: null, answer_size: null, kept_at: file.keptAt },
    })
    .execute()
}

export async function changeFile(
  trx: WriteDb,
  id: string,
  change: Partial<Pick<CarriedFileTable, 'state' | 'sha256' | 'code' | 'sent' | 'answer_sha256' | 'answer_size'>>,
): Promise<void> {
  await trx.updateTable('carried_file').set(change).where('id', '=', id).execute()
}

export async function deleteFile(trx: WriteDb, id: string): Promise<void> {
  await trx.deleteFrom('carried_part').where('file_id', '=', id).execute()
  await trx.deleteFrom('carried_file').where('id', '=', id).execute()
}

type What = 'file' | 'answer'

export async function addPart(
  trx: WriteDb,
  file_id: string,
  what: What,
  part: { readonly start: number; readonly bytes: Uint8Array },
): Promise<void> {
  const values = { file_id, what, start: part.start, bytes: Buffer.from(part.bytes) }
  await trx
    .insertInto('carried_part')
    .values(values as never)
    .onConflict((clash) => clash.columns(['file_id', 'what', 'start']).doNothing())
    .execute()
}

/** The parts of a file or answer from a byte on that begins one, one at a time. */
export async function* partsFrom(
  db: ReadDb,
  id: string,
  what: What,
  start = 0,
): AsyncGenerator<{ readonly start: number; readonly bytes: Buffer }> {
  for (let from = start; ; ) {
    const part = await db
      .selectFrom('carried_part')
      .select(['start', 'bytes'])
      .where('file_id', '=', id)
      .where('what', '=', what)
      .where('start', '>=', from)
      .orderBy('start')
      .limit(1)
      .executeTakeFirst()
    if (!part) return
    yield part
    from = part.start + 1
  }
}

export async function* bytesKept(db: ReadDb, id: string, what: What): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of partsFrom(db, id, what)) yield bytes
}

/** Where the part after the last one begins. */
export async function lengthKept(db: ReadDb, id: string, what: What): Promise<number> {
  const last = await db
    .selectFrom('carried_part')
    .select(['start', 'bytes'])
    .where('file_id', '=', id)
    .where('what', '=', what)
    .orderBy('start', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? last.start + last.bytes.length : 0
}
