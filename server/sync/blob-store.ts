import { sql } from 'kysely'
import { limits } from '#shared/contract/sync/protocol.ts'
import type { Device } from '../auth/device.ts'
import { sha256Hex } from '../auth/raw-keys.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import { invalid, notFound, Problem } from '../problem.ts'

export interface Piece {
  readonly sha256: string
  readonly start: number
  readonly bytes: Uint8Array
  readonly size: number
}

export interface BlobProgress {
  readonly received: number
  readonly size: number
  readonly complete: boolean
}

/**
 * Adds a piece where the last one ended; a piece that is there already changes nothing. The whole is kept only when it is what its name says.
 * Throws 400 `invalid`, 409 `wrong-offset` with the bytes received, 413 `too-large`, 422 `invalid` for other content than the name says.
 */
export async function addPiece(centre: Centre, device: Device, piece: Piece): Promise<BlobProgress> {
  if (piece.size > limits.blobBytes) throw new Problem(413, 'too-large')
  if (piece.start + piece.bytes.length > piece.size) throw invalid('content-range')
  const scope = device.homeScope
  const progress = await inTransaction(centre.db, async (trx) => {
    const known = await begun(trx, device, piece, instantOf(centre.now()))
    if (known.complete) return brought(trx, device, piece.sha256, known)
    if (known.size !== piece.size) throw invalid('size differs from the first piece')
    const end = piece.start + piece.bytes.length
    if (piece.start > known.received || (piece.start < known.received && end > known.received))
      throw new Problem(409, 'wrong-offset', { received: known.received })
    if (piece.start === known.received && piece.bytes.length > 0) await append(trx, scope, piece)
    const received = Math.max(known.received, end)
    if (received < piece.size) return { ...known, received }
    const whole = await finish(trx, scope, piece.sha256, piece.size)
    return whole && brought(trx, device, piece.sha256, whole)
  })
  if (progress === null) throw new Problem(422, 'invalid', { message: 'content is not what its name says' })
  return progress
}

/** The device knows by it, when it is told where the centre stands, that nothing of what it brought was forgotten. */
async function brought(trx: Db, device: Device, last_blob: string, progress: BlobProgress): Promise<BlobProgress> {
  await trx
    .updateTable('devices')
    .set({ last_blob })
    .where('home_scope', '=', device.homeScope)
    .where('device_id', '=', device.deviceId)
    .execute()
  return progress
}

async function begun(trx: Db, device: Device, { sha256, size }: Piece, at: string): Promise<BlobProgress> {
  const scope = device.homeScope
  await trx
    .insertInto('blobs')
    .values({ scope, sha256, size, received: 0, complete: false, device_id: device.deviceId, begun_at: at })
    .onConflict((clash) => clash.columns(['scope', 'sha256']).doNothing())
    .execute()
  return trx
    .selectFrom('blobs')
    .select(['received', 'size', 'complete'])
    .where('scope', '=', scope)
    .where('sha256', '=', sha256)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function append(trx: Db, scope: string, { sha256, start, bytes }: Piece): Promise<void> {
  await trx.insertInto('blob_parts').values({ scope, sha256, start_at: start, bytes }).execute()
  await trx
    .updateTable('blobs')
    .set({ received: start + bytes.length })
    .where('scope', '=', scope)
    .where('sha256', '=', sha256)
    .execute()
}

/** Null when the bytes are not those of the name: all of them are dropped, the next try begins anew. */
async function finish(trx: Db, scope: string, sha256: string, size: number): Promise<BlobProgress | null> {
  const bytes = await bytesOf(trx, [scope], sha256)
  if (sha256Hex(bytes) === sha256) {
    await trx
      .updateTable('blobs')
      .set({ complete: true })
      .where('scope', '=', scope)
      .where('sha256', '=', sha256)
      .execute()
    return { received: size, size, complete: true }
  }
  await trx.deleteFrom('blob_parts').where('scope', '=', scope).where('sha256', '=', sha256).execute()
  await trx.deleteFrom('blobs').where('scope', '=', scope).where('sha256', '=', sha256).execute()
  return null
}

async function bytesOf(db: Db, scopes: readonly string[], sha256: string): Promise<Buffer> {
  const parts = await db
    .selectFrom('blob_parts')
    .select('bytes')
    .where('scope', 'in', scopes)
    .where('sha256', '=', sha256)
    .orderBy('start_at')
    .execute()
  return Buffer.concat(parts.map((part) => part.bytes))
}

/** How much of a blob has come so far, within the device's scopes. Throws 404. */
export async function blobProgress(
  { db }: Centre,
  device: Device,
  sha256: string,
): Promise<BlobProgress & { scope: string }> {
  const found = await db
    .selectFrom('blobs')
    .select(['received', 'size', 'complete', 'scope'])
    .where('scope', 'in', device.scopes)
    .where('sha256', '=', sha256)
    .orderBy(sql`complete DESC, scope`)
    .executeTakeFirst()
  if (!found) throw notFound()
  return found
}

/** The whole blob. Throws 404 when it is not whole yet or in another scope. */
export async function readBlob(centre: Centre, device: Device, sha256: string): Promise<Buffer> {
  const { complete, scope } = await blobProgress(centre, device, sha256)
  if (!complete) throw notFound()
  return bytesOf(centre.db, [scope], sha256)
}

/** Have all of these come whole, to whichever scope? */
export async function allWhole(trx: Db, hashes: readonly string[]): Promise<boolean> {
  const named = [...new Set(hashes)]
  if (named.length === 0) return true
  const found = await trx
    .selectFrom('blobs')
    .select('sha256')
    .distinct()
    .where('sha256', 'in', named)
    .where('complete', '=', true)
    .execute()
  return found.length === named.length
}

/** The whole of a blob, whichever unit brought it; null where nobody did yet. */
export async function readWholeBlob(db: Db, sha256: string): Promise<Buffer | null> {
  const found = await db
    .selectFrom('blobs')
    .select('scope')
    .where('sha256', '=', sha256)
    .where('complete', '=', true)
    .executeTakeFirst()
  return found ? bytesOf(db, [found.scope], sha256) : null
}

/** What did not come from a device, whole. `bytes` are what the name says. */
export async function keepBlob(
  trx: Db,
  { scope, sha256, bytes, from, at }: { scope: string; sha256: string; bytes: Uint8Array; from: string; at: string },
): Promise<void> {
  await trx.deleteFrom('blob_parts').where('scope', '=', scope).where('sha256', '=', sha256).execute()
  const whole = { size: bytes.length, received: bytes.length, complete: true }
  await trx
    .insertInto('blobs')
    .values({ scope, sha256, ...whole, device_id: from, begun_at: at })
    .onConflict((clash) => clash.columns(['scope', 'sha256']).doUpdateSet(whole))
    .execute()
  await trx.insertInto('blob_parts').values({ scope, sha256, start_at: 0, bytes }).execute()
}
