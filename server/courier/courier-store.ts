import { createHash, randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { courierLimits } from '#shared/contract/sync/courier.ts'
import type { Device } from '../auth/device.ts'
import { countUse } from '../auth/rate-limit.ts'
import { type Centre, instantOf, laterBy } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { invalid, notFound, Problem } from '../problem.ts'
import { Refused } from './open-queue.ts'

export type KeptFile = Selectable<Tables['courier_files']>

/** Which file, and who carries it. */
export interface Carried {
  readonly carrier: Pick<Device, 'homeScope' | 'deviceId'>
  readonly sha256: string
}

export interface FilePiece extends Carried {
  readonly start: number
  readonly bytes: Uint8Array
  readonly size: number
}

const filesPerDay = { times: 200, perSeconds: 86_400 }
const keptSeconds = 30 * 86_400
/** No scope: nothing is forgotten here. */
const evidencePlace = 'quarantine'

/**
 * Adds a piece of a carried file where the last one ended; one that is there already changes nothing. Whether the whole is what its name says shows when it
 * is opened. Returns the bytes received. Throws 400 `invalid`, 409 `wrong-offset` with the bytes received, 413 `too-large`, 429 `rate-limited`.
 */
export async function addFilePiece(centre: Centre, piece: FilePiece): Promise<number> {
  if (piece.size > courierLimits.fileBytes) throw new Problem(413, 'too-large')
  const end = piece.start + piece.bytes.length
  if (end > piece.size) throw invalid('content-range')
  await begin(centre, piece)
  return inTransaction(centre.db, async (trx) => {
    const file = await select(trx, piece).forUpdate().executeTakeFirstOrThrow()
    if (file.size !== piece.size) throw invalid('size differs from the first piece')
    if (file.state !== 'coming' || end <= file.received) return file.received
    if (piece.start !== file.received) throw new Problem(409, 'wrong-offset', { received: file.received })
    if (piece.bytes.length > 0) await keepPart(trx, centre, file, { start: piece.start, bytes: piece.bytes })
    await trx
      .updateTable('courier_files')
      .set({ received: end, state: end === file.size ? 'whole' : 'coming' })
      .where('home_scope', '=', file.home_scope)
      .where('sha256', '=', file.sha256)
      .execute()
    return end
  })
}

async function begin(centre: Centre, { carrier, sha256, size }: FilePiece): Promise<void> {
  if (await select(centre.db, { carrier, sha256 }).executeTakeFirst()) return
  await countUse(centre, `courier:${carrier.deviceId}`, filesPerDay)
  await forgetOld(centre, carrier.homeScope)
  const nothing = { device_id: null, answer_id: null, answer_sha256: null, answer_size: null }
  const carried = { home_scope: carrier.homeScope, carried_by: carrier.deviceId, begun_at: instantOf(centre.now()) }
  await centre.db
    .insertInto('courier_files')
    .values({ ...carried, ...nothing, sha256, file_id: randomUUID(), size, received: 0, state: 'coming' })
    .onConflict((clash) => clash.columns(['home_scope', 'sha256']).doNothing())
    .execute()
}

/** What was in a file is in the commands by then; an answer that nobody fetched is made anew from the next file. */
async function forgetOld({ db, now }: Centre, homeScope: string): Promise<void> {
  const before = laterBy(now(), -keptSeconds)
  await db.deleteFrom('courier_files').where('home_scope', '=', homeScope).where('begun_at', '<', before).execute()
  await db.deleteFrom('courier_parts').where('home_scope', '=', homeScope).where('kept_at', '<', before).execute()
}

const select = (db: Db, { carrier, sha256 }: Carried) =>
  db.selectFrom('courier_files').selectAll().where('home_scope', '=', carrier.homeScope).where('sha256', '=', sha256)

export const fileIfKept = ({ db }: Centre, carried: Carried): Promise<KeptFile | undefined> =>
  select(db, carried).executeTakeFirst()

/** Throws 404. */
export async function keptFile(centre: Centre, carried: Carried): Promise<KeptFile> {
  const file = await fileIfKept(centre, carried)
  if (!file) throw notFound()
  return file
}

export async function keepPart(
  db: Db,
  { now }: Centre,
  file: { readonly home_scope: string; readonly file_id: string },
  part: { readonly start: number; readonly bytes: Uint8Array },
): Promise<void> {
  const { home_scope, file_id } = file
  await db
    .insertInto('courier_parts')
    .values({ home_scope, file_id, start_at: part.start, bytes: part.bytes, kept_at: instantOf(now()) })
    .execute()
}

/** The bytes of a file or answer, a part at a time. */
export async function* partsKept({ db }: Centre, home_scope: string, file_id: string): AsyncGenerator<Uint8Array> {
  for (let from = 0; ; ) {
    const part = await db
      .selectFrom('courier_parts')
      .select(['start_at', 'bytes'])
      .where('home_scope', '=', home_scope)
      .where('file_id', '=', file_id)
      .where('start_at', '>=', from)
      .orderBy('start_at')
      .limit(1)
      .executeTakeFirst()
    if (!part) return
    yield part.bytes
    from = part.start_at + 1
  }
}

/** The part that begins at this byte; null where none does. */
export async function partAt(
  { db }: Centre,
  home_scope: string,
  file_id: string,
  start: number,
): Promise<Uint8Array | null> {
  const part = await db
    .selectFrom('courier_parts')
    .select('bytes')
    .where('home_scope', '=', home_scope)
    .where('file_id', '=', file_id)
    .where('start_at', '=', start)
    .executeTakeFirst()
  return part?.bytes ?? null
}

async function forgetParts({ db }: Centre, home_scope: string, file_id: string): Promise<void> {
  await db.deleteFrom('courier_parts').where('home_scope', '=', home_scope).where('file_id', '=', file_id).execute()
}

/** What a device that is shut out sent stays sealed and whole until a person has looked at it. */
export async function keepAsEvidence(
  trx: Db,
  { home_scope, sha256, file_id }: KeptFile,
  kept: { readonly deviceId: string; readonly at: string; readonly reason: 'carried-file' | 'farewell' },
): Promise<void> {
  const { deviceId: device_id, at, reason } = kept
  await trx
    .updateTable('courier_parts')
    .set({ home_scope: evidencePlace })
    .where('home_scope', '=', home_scope)
    .where('file_id', '=', file_id)
    .execute()
  const evidence = JSON.stringify({ sha256, file_id })
  await trx.insertInto('quarantine').values({ id: randomUUID(), device_id, at, reason, evidence }).execute()
}

/** The bytes of a file that is kept as evidence. */
export const evidenceBytes = (centre: Centre, fileId: string): AsyncGenerator<Uint8Array> =>
  partsKept(centre, evidencePlace, fileId)

/** Throws Refused `damaged` for bytes that are not those of the name. */
export async function requireNamed(bytes: AsyncIterable<Uint8Array>, sha256: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const part of bytes) hash.update(part)
  if (hash.digest('hex') !== sha256) throw new Refused('damaged')
}

/** The first answer stays. The file's own bytes are not needed any more. */
export async function keepAnswer(
  centre: Centre,
  file: KeptFile,
  answer: { readonly deviceId: string; readonly id: string; readonly sha256: string; readonly size: number },
): Promise<KeptFile> {
  const { home_scope, sha256 } = file
  const { deviceId: device_id, id: answer_id, sha256: answer_sha256, size: answer_size } = answer
  await centre.db
    .updateTable('courier_files')
    .set({ state: 'answered', device_id, answer_id, answer_sha256, answer_size })
    .where('home_scope', '=', home_scope)
    .where('sha256', '=', sha256)
    .where('state', '=', 'whole')
    .execute()
  await forgetParts(centre, home_scope, file.file_id)
  const kept = await keptFile(centre, { carrier: { homeScope: home_scope, deviceId: file.carried_by }, sha256 })
  if (kept.answer_id !== answer_id) await forgetParts(centre, home_scope, answer_id)
  return kept
}

/** A file that is refused may be sent again: to a newer server, or after its device became known. One that was answered meanwhile stays. */
export async function forgetFile(centre: Centre, { home_scope, sha256, file_id }: KeptFile): Promise<void> {
  await centre.db
    .deleteFrom('courier_files')
    .where('home_scope', '=', home_scope)
    .where('sha256', '=', sha256)
    .where('state', '=', 'whole')
    .execute()
  await forgetParts(centre, home_scope, file_id)
}
